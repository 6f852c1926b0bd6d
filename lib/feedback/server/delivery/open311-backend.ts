/** The city behind a GeoReport v2 server. */

import type { AskedRequest, Backend, BackendUpdate, Delivery, LookUp, SendOutcome } from './backend';
import { toCityUpdate } from './city-update';
import { readDate, type WireRequest, type WireService } from './geo-report';
import { fetchPhoto, isPhotoOf } from './media-fetch';
import { makeOpen311Client, type Open311Settings, type Reply } from './open311-client';
import { composeDescription, tellsSuggestion, toAttributes, wordAnswers } from './wire-request';

export interface Open311BackendSettings extends Open311Settings {
  /** Our kind -> the city's service code, where they differ. */
  services?: Readonly<Record<string, string>> | undefined;
  /** The city's service that takes what GeoReport has no word for (ratings, reminders, erasures); without one it is told by hand. */
  followUpService?: string | undefined;
  /** Attribute that takes our reference. */
  referenceAttribute?: string | undefined;
  /** How far the server's clock may be off when a suggestion is looked for by its time, milliseconds. */
  clockSkew?: number;
  /** Begin of the addresses of our own photos, which servers repeat. */
  ownPhotos?: string;
}

const CLOCK_SKEW = 600_000;
/** How long it counts as proven that the server shows our marks. */
const PROOF_AGE = 600_000;
/** Ids asked for at once: an address of about a thousand characters. */
const IDS_AT_ONCE = 40;
/** A suggestion without id or token is looked for among those of its first day. */
const NAMELESS_WINDOW = 86_400_000;

const referenceNames =
  /^(yuwalk_?reference|reference|external_?reference|(fixmystreet|yuwalk)_?id|id_field)$/i;

/** Sizes of page real servers cut their lists at; a list of just so many may go on. */
const pageSizes = new Set([25, 50, 100, 200, 250, 500]);
const mayGoOn = (count: number) => count >= 1000 || pageSizes.has(count);

/** Whether a row is the delivery of a mark. What comes after a suggestion names it too, beside a mark of its own. */
function carries({ raw }: WireRequest, mark: string): boolean {
  const isThere = (pattern: RegExp, value: unknown): boolean =>
    typeof value === 'string'
      ? pattern.test(value)
      : typeof value === 'object' &&
        value !== null &&
        Object.values(value).some((inside) => isThere(pattern, inside));
  return (
    isThere(new RegExp(`(?<![\\w-])${mark}(?![\\w-])`), raw) &&
    !isThere(new RegExp(`(?<![\\w-])${mark}-\\d`), raw)
  );
}

const toFailure = (reply: Extract<Reply<never>, { ok: false }>): SendOutcome =>
  reply.isCertain
    ? {
        result: 'failed',
        reason: reply.reason,
        ...(reply.isDoubtful && { isDoubtful: true }),
        ...(reply.retryAfter && { retryAfter: reply.retryAfter }),
      }
    : { result: 'uncertain', reason: reply.reason };

/** The adapter to a GeoReport v2 server. */
export function makeOpen311Backend(settings: Open311BackendSettings): Backend {
  const client = makeOpen311Client(settings);
  const { clockSkew = CLOCK_SKEW, ownPhotos } = settings;
  const proven = new Map<string, number>();

  const codeOf = (kind: string) => settings.services?.[kind] ?? kind;
  const codeFor = (delivery: Delivery) =>
    tellsSuggestion(delivery) ? codeOf(delivery.request.kind) : (settings.followUpService ?? '');

  /** The city's service of a code; a list that may be old is asked anew before one counts as unknown. */
  async function findService(code: string, signal: AbortSignal): Promise<Reply<WireService | undefined>> {
    const kept = await client.services(signal);
    if (!kept.ok) return kept;
    const service = kept.value.get(code);
    if (service) return { ok: true, value: service };
    const fresh = await client.services(signal, true);
    return fresh.ok ? { ok: true, value: fresh.value.get(code) } : fresh;
  }

  async function compose(
    delivery: Delivery,
    service: WireService,
    signal: AbortSignal,
  ): Promise<Reply<(readonly [string, string])[]>> {
    const definition = service.metadata
      ? await client.definition(service.service_code, signal)
      : { ok: true as const, value: [] };
    if (!definition.ok) return definition;
    const { request, mark } = delivery;
    // The city has the rest already.
    const { contact, photos, answers } = tellsSuggestion(delivery)
      ? { ...delivery, answers: wordAnswers(delivery) }
      : { contact: undefined, photos: [], answers: [] };
    const { fields, left } = toAttributes(answers, definition.value);
    const reference =
      settings.referenceAttribute ??
      definition.value.find(({ code, variable }) => variable && referenceNames.test(code))?.code;
    const [photo, ...photosLeft] = photos;
    const description = composeDescription(delivery, {
      answers: left,
      photoUrls: photosLeft.map(({ url }) => url),
      hasMark: reference === undefined,
    });
    const degrees = (value: number) => value.toFixed(7);
    const all: [string, string | undefined][] = [
      ['service_code', service.service_code],
      ['lat', request.lat === null ? undefined : degrees(request.lat)],
      ['long', request.lng === null ? undefined : degrees(request.lng)],
      ['address_string', request.address ?? undefined],
      ['description', description],
      ['media_url', photo?.url],
      ['email', contact?.email],
      ['first_name', contact?.name],
      ['phone', contact?.phone],
      [`attribute[${reference}]`, reference && mark],
    ];
    return {
      ok: true,
      value: [...all.flatMap(([name, value]) => (value ? [[name, value] as const] : [])), ...fields],
    };
  }

  /** All suggestions of a service between two times; `isWhole` is false where the server may have held some back. */
  async function listBetween(
    service: string,
    from: number,
    to: number,
    signal: AbortSignal,
  ): Promise<Reply<{ rows: WireRequest[]; isWhole: boolean }>> {
    const reply = await client.between(service, from, to, signal);
    if (!reply.ok) return reply;
    const rows = reply.value;
    if (!mayGoOn(rows.length)) return { ok: true, value: { rows, isWhole: true } };
    // No parameter for pages is common to all servers; halves of the time are.
    if (to - from <= 2000) return { ok: true, value: { rows, isWhole: false } };
    const middle = (from + to) / 2;
    const halves = [
      await listBetween(service, from, middle, signal),
      await listBetween(service, middle, to, signal),
    ];
    const both = { rows: [...rows], isWhole: true };
    for (const half of halves) {
      if (!half.ok) return half;
      both.rows.push(...half.value.rows);
      both.isWhole &&= half.value.isWhole;
    }
    return { ok: true, value: both };
  }

  async function findMark(
    service: string,
    mark: string,
    [from, to]: readonly [number, number],
    signal: AbortSignal,
  ): Promise<Reply<{ row: WireRequest | undefined; isWhole: boolean }>> {
    const list = await listBetween(service, from - clockSkew, to + clockSkew, signal);
    if (!list.ok) return list;
    const { rows, isWhole } = list.value;
    return { ok: true, value: { row: rows.find((row) => carries(row, mark)), isWhole } };
  }

  /** Whether the server shows our marks in its lists at all: only then is "not there" an answer. */
  async function isProven(service: string, delivery: Delivery, signal: AbortSignal): Promise<boolean> {
    if (Date.now() - (proven.get(service) ?? 0) < PROOF_AGE) return true;
    const witness = await delivery.witness();
    if (!witness) return false;
    // It arrived some time between its first doubtful attempt and when we knew.
    const found = await findMark(service, witness.mark, [witness.triedAt, witness.sentAt], signal);
    if (!found.ok || !found.value.row) return false;
    proven.set(service, Date.now());
    return true;
  }

  const idsOf = ({ service_request_id: id, token }: WireRequest) => ({
    ...(id !== undefined && { id }),
    // A token that comes beside the id has done its work.
    ...(id === undefined && token !== undefined && { token }),
  });

  async function send(delivery: Delivery, signal: AbortSignal): Promise<SendOutcome> {
    // GeoReport has no word for them; a reminder sent as a new suggestion would be the same suggestion twice, unless the city has a place for such.
    if (!tellsSuggestion(delivery) && !settings.followUpService)
      return { result: 'untold', reason: 'no-word-in-georeport' };
    const service = await findService(codeFor(delivery), signal);
    if (!service.ok) return { result: 'failed', reason: service.reason };
    if (!service.value) return { result: 'refused', reason: 'unknown-service' };
    const fields = await compose(delivery, service.value, signal);
    if (!fields.ok) return { result: 'failed', reason: fields.reason };
    const reply = await client.post(fields.value, signal);
    if (!reply.ok) return toFailure(reply);
    // An answer that comes twice, or lists others beside it, names ours first.
    const row =
      reply.value.find((candidate) => candidate.service_request_id ?? candidate.token) ?? reply.value[0];
    if (!row) return { result: 'uncertain', reason: 'empty-answer' };
    const expectedAt = readDate(row.expected_datetime);
    return {
      result: 'accepted',
      ...idsOf(row),
      ...(row.agency_responsible && { agency: row.agency_responsible }),
      ...(row.service_notice && { notice: row.service_notice }),
      ...(expectedAt !== undefined && { expectedAt }),
    };
  }

  async function lookUp(delivery: Delivery, signal: AbortSignal): Promise<LookUp> {
    const service = await findService(codeFor(delivery), signal);
    if (!service.ok) return { result: 'failed', reason: service.reason };
    if (!service.value || service.value.type === 'blackbox') return { result: 'unsupported' };
    const code = service.value.service_code;
    const found = await findMark(code, delivery.mark, [delivery.triedAt, Date.now()], signal);
    if (!found.ok) return { result: 'failed', reason: `look-up ${found.reason}` };
    if (found.value.row) return { result: 'found', ...idsOf(found.value.row) };
    if (!found.value.isWhole) return { result: 'failed', reason: 'look-up too-many' };
    return (await isProven(code, delivery, signal))
      ? { result: 'absent' }
      : { result: 'failed', reason: 'look-up unproven' };
  }

  /** Rows by id; a server that does not take several, or leaves some out, is asked for each. */
  async function rowsOf(ids: readonly string[], signal: AbortSignal): Promise<Map<string, WireRequest>> {
    const rows = new Map<string, WireRequest>();
    const take = (reply: Reply<WireRequest[]>) => {
      // Some answer with all they have, or with an id nobody asked for: rows are looked at by id only.
      if (reply.ok)
        for (const row of reply.value)
          if (row.service_request_id !== undefined) rows.set(row.service_request_id, row);
    };
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE)
      take(await client.byIds(ids.slice(at, at + IDS_AT_ONCE), signal));
    for (const id of ids) if (!rows.has(id) && !signal.aborted) take(await client.byId(id, signal));
    return rows;
  }

  async function poll(requests: readonly AskedRequest[], signal: AbortSignal) {
    const learned: { reference: string; id: string }[] = [];
    const asked: { request: AskedRequest; id: string }[] = [];
    for (const request of requests) {
      if (request.backend_id !== null) {
        asked.push({ request, id: request.backend_id });
        continue;
      }
      const id = await learnId(request, signal);
      if (id === undefined) continue;
      learned.push({ reference: request.reference, id });
      asked.push({ request, id });
    }
    const rows = await rowsOf([...new Set(asked.map(({ id }) => id))], signal);
    const now = Date.now();
    const updates = asked.flatMap(({ request, id }): BackendUpdate[] => {
      const row = rows.get(id);
      const update = row && toCityUpdate(row, request, now);
      if (!update) return [];
      const url = row.media_url;
      const isAnswer = update.state === 'answered' || update.state === 'closed';
      return [
        {
          reference: request.reference,
          update,
          ...(url &&
            isAnswer &&
            isPhotoOf(url, settings.url, ownPhotos) && {
              photo: (photoSignal: AbortSignal) => fetchPhoto(url, settings.url, photoSignal),
            }),
        },
      ];
    });
    return { updates, ids: learned, settle: async () => undefined };
  }

  /** The id a token became, or that of a suggestion the server took without naming it. */
  async function learnId(request: AskedRequest, signal: AbortSignal): Promise<string | undefined> {
    if (request.backend_token !== null) {
      const reply = await client.token(request.backend_token, signal);
      // Any failure is "not yet": San Francisco says 404 while it is still at work.
      return reply.ok ? reply.value : undefined;
    }
    // What was opened again would be found by its first mark too.
    if (request.round > 0) return undefined;
    const service = await findService(codeOf(request.kind), signal);
    if (!service.ok || !service.value || service.value.type === 'blackbox') return undefined;
    const window = [request.received_at, request.received_at + NAMELESS_WINDOW] as const;
    const found = await findMark(service.value.service_code, request.reference, window, signal);
    return found.ok ? found.value.row?.service_request_id : undefined;
  }

  return { name: 'open311', isAsked: true, send, lookUp, poll };
}
