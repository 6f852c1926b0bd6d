/** Speaks GeoReport v2 over HTTP: finds the endpoint and its format, keeps services and definitions for a while, and says of every answer what it means. */
import { type Fetched, fetchCapped } from './fetch-capped';
import {
  readDefinition,
  readDiscovery,
  readDocument,
  readErrors,
  readRequests,
  readServices,
  type WireAttribute,
  type WireRequest,
  type WireService,
  writeDate,
} from './geo-report';

export interface Open311Settings {
  url: string;
  apiKey?: string | undefined;
  jurisdiction?: string | undefined;
  /** Milliseconds for one answer. */
  timeout?: number;
}

const DEFAULT_TIMEOUT = 30_000;
const SIZE_LIMIT = 10_000_000;
const ENDPOINT_AGE = 3_600_000;
const SERVICES_AGE = 600_000;

type Format = 'json' | 'xml';
interface Endpoint {
  base: string;
  format: Format;
}

/** An answer that was understood, or why not. `isCertain`: what was sent did not arrive, or was turned away. */
export type Reply<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      reason: string;
      status?: number;
      isCertain: boolean;
      isDoubtful?: boolean;
      retryAfter?: number;
    };
type Failure = Extract<Reply<never>, { ok: false }>;

const passing =
  /\b(down|unavailable|temporar|try again|later|time[d -]?out|busy|overload|maintenance|offline)|稍后|繁忙|维护/i;
const doubled = /duplicate|already (exists|submitted|reported)|重复/i;

function readRetryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) * 1000 : undefined;
}

/** What an answer other than success means. Reasons hold no words of the server: it may repeat what a person wrote. */
function judge(status: number, headers: Headers, errors: { code: string; description: string }[]): Failure {
  const words = errors.map(({ description }) => description).join(' ');
  // The body's code may differ from HTTP's, which is 200 on some servers.
  const code = status >= 300 ? status : Number(errors[0]?.code) || 400;
  const retryAfter = readRetryAfter(headers);
  const failure = {
    ok: false as const,
    status: code,
    reason: `http-${code}`,
    ...(retryAfter && { retryAfter }),
  };
  // Boston calls what it has already a mistake: whether it is ours has to be looked up.
  if (code < 500 && doubled.test(words))
    return { ...failure, reason: `http-${code}-duplicate`, isCertain: false };
  // A gateway gives up on a server that may still finish.
  if (code >= 500 || code === 408) return { ...failure, isCertain: false };
  // 400 is the specification's word for trouble of every kind, a server that is down included. A missing key is the operator's trouble, not the suggestion's.
  const isPassing = code === 429 || code === 401 || code === 403 || passing.test(words);
  return { ...failure, reason: `http-${code}`, isCertain: true, isDoubtful: !isPassing };
}

function understand<T>(fetched: Fetched, read: (document: unknown) => T): Reply<T> {
  if (fetched.status === undefined) return { ok: false, reason: fetched.fault, isCertain: fetched.isCertain };
  const { status, headers, bytes } = fetched;
  let document: unknown;
  try {
    document = readDocument(new TextDecoder().decode(bytes));
  } catch {
    if (status >= 200 && status < 300) return { ok: false, reason: 'unreadable', status, isCertain: false };
    return judge(status, headers, []);
  }
  const errors = readErrors(document);
  if (status < 200 || status >= 300 || errors.length > 0) return judge(status, headers, errors);
  try {
    return { ok: true, value: read(document) };
  } catch {
    return { ok: false, reason: 'unreadable', status, isCertain: false };
  }
}

export interface Open311Client {
  /** Services by code, ten minutes old at most, or older where the server cannot say; `isFresh` asks anew. */
  services(signal: AbortSignal, isFresh?: boolean): Promise<Reply<ReadonlyMap<string, WireService>>>;
  definition(code: string, signal: AbortSignal): Promise<Reply<readonly WireAttribute[]>>;
  post(fields: readonly (readonly [string, string])[], signal: AbortSignal): Promise<Reply<WireRequest[]>>;
  /** The id a token became; undefined where there is none yet. */
  token(token: string, signal: AbortSignal): Promise<Reply<string | undefined>>;
  byIds(ids: readonly string[], signal: AbortSignal): Promise<Reply<WireRequest[]>>;
  byId(id: string, signal: AbortSignal): Promise<Reply<WireRequest[]>>;
  between(service: string, from: number, to: number, signal: AbortSignal): Promise<Reply<WireRequest[]>>;
}

/** A client of one server. Nothing it does throws. */
export function makeOpen311Client({
  url,
  apiKey,
  jurisdiction,
  timeout = DEFAULT_TIMEOUT,
}: Open311Settings): Open311Client {
  const configured = url.replace(/(\/discovery\.(json|xml))?\/*$/, '/');
  const limits = { timeout, sizeLimit: SIZE_LIMIT };
  let endpoint: { value: Endpoint; at: number } | undefined;
  let services: { value: ReadonlyMap<string, WireService>; at: number } | undefined;
  const definitions = new Map<string, { value: readonly WireAttribute[]; at: number }>();

  async function ask<T>(
    at: Endpoint,
    path: string,
    query: Record<string, string>,
    read: (document: unknown) => T,
    signal: AbortSignal,
  ): Promise<Reply<T>> {
    const target = new URL(`${path}.${at.format}`, at.base);
    // An empty parameter is no parameter, and some servers accept none they do not know.
    for (const [name, value] of Object.entries({
      ...(jurisdiction && { jurisdiction_id: jurisdiction }),
      ...query,
    }))
      target.searchParams.set(name, value);
    return understand(await fetchCapped(target.href, {}, { ...limits, signal }), read);
  }

  /** The place and format to speak in: by discovery, or the configured address itself where that is not answered. */
  async function findEndpoint(signal: AbortSignal): Promise<Reply<Endpoint>> {
    if (endpoint && Date.now() - endpoint.at < ENDPOINT_AGE) return { ok: true, value: endpoint.value };
    const keep = (value: Endpoint): Reply<Endpoint> => {
      endpoint = { value, at: Date.now() };
      return { ok: true, value };
    };
    for (const format of ['json', 'xml'] as const) {
      const found = await ask({ base: configured, format }, 'discovery', {}, readDiscovery, signal);
      if (!found.ok && found.status === undefined) return endpoint ? keep(endpoint.value) : found;
      // The key goes only to the host the operator named.
      if (!found.ok || !found.value || new URL(found.value.url).hostname !== new URL(configured).hostname)
        continue;
      const { url: base, formats } = found.value;
      return keep({
        base: base.replace(/\/*$/, '/'),
        format:
          formats.some((name) => /json/i.test(name)) || !formats.some((name) => /xml/i.test(name))
            ? 'json'
            : 'xml',
      });
    }
    let last: Reply<unknown> | undefined;
    for (const format of ['json', 'xml'] as const) {
      last = await ask({ base: configured, format }, 'services', {}, readServices, signal);
      if (last.ok) return keep({ base: configured, format });
      if (last.status === undefined) break;
    }
    if (endpoint) return keep(endpoint.value);
    return last && !last.ok ? last : { ok: false, reason: 'no-endpoint', isCertain: true };
  }

  /** Asks at the endpoint. That it cannot be found means nothing was sent. */
  async function at<T>(
    signal: AbortSignal,
    use: (endpoint: Endpoint) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const found = await findEndpoint(signal);
    return found.ok ? use(found.value) : { ...found, isCertain: true, isDoubtful: false };
  }

  const get = <T>(
    path: string,
    query: Record<string, string>,
    read: (document: unknown) => T,
    signal: AbortSignal,
  ) => at(signal, (place) => ask(place, path, query, read, signal));

  return {
    async services(signal, isFresh = false) {
      if (services && !isFresh && Date.now() - services.at < SERVICES_AGE)
        return { ok: true, value: services.value };
      const reply = await get('services', {}, readServices, signal);
      if (!reply.ok) return services ? { ok: true, value: services.value } : reply;
      // A list of nothing is a server in trouble, not a city without services.
      if (reply.value.length === 0) return { ok: false, reason: 'no-services', isCertain: true };
      services = {
        value: new Map(reply.value.map((service) => [service.service_code, service])),
        at: Date.now(),
      };
      definitions.clear();
      return { ok: true, value: services.value };
    },
    async definition(code, signal) {
      const kept = definitions.get(code);
      if (kept && Date.now() - kept.at < SERVICES_AGE) return { ok: true, value: kept.value };
      const reply = await get(`services/${encodeURIComponent(code)}`, {}, readDefinition, signal);
      if (!reply.ok) return kept ? { ok: true, value: kept.value } : reply;
      definitions.set(code, { value: reply.value, at: Date.now() });
      return reply;
    },
    post: (fields, signal) =>
      at(signal, async ({ base, format }) => {
        const body = new URLSearchParams([
          ...(apiKey ? [['api_key', apiKey]] : []),
          ...(jurisdiction ? [['jurisdiction_id', jurisdiction]] : []),
          ...fields.map(([name, value]) => [name, value]),
        ]);
        return understand(
          await fetchCapped(
            new URL(`requests.${format}`, base).href,
            {
              method: 'POST',
              body: body.toString(),
              headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
            },
            { ...limits, signal },
          ),
          readRequests,
        );
      }),
    async token(token, signal) {
      const reply = await get(`tokens/${encodeURIComponent(token)}`, {}, readRequests, signal);
      if (!reply.ok) return reply;
      const row = reply.value.find((candidate) => (candidate.token ?? token) === token);
      return { ok: true, value: row?.service_request_id };
    },
    byIds: (ids, signal) => get('requests', { service_request_id: ids.join(',') }, readRequests, signal),
    byId: (id, signal) => get(`requests/${encodeURIComponent(id)}`, {}, readRequests, signal),
    between: (service, from, to, signal) =>
      get(
        'requests',
        {
          service_code: service,
          start_date: writeDate(Math.floor(from / 1000) * 1000),
          end_date: writeDate(Math.ceil(to / 1000) * 1000),
        },
        readRequests,
        signal,
      ),
  };
}
