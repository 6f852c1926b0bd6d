/** Tells the city what stands in the outbox: nothing is lost while the store stands, and nothing is repeated before it was asked for. */
import { randomUUID } from 'node:crypto';
import type { LngLat } from '@/lib/geo/position';
import type { Kind } from '../../kind';
import type { RequestArea } from '../areas';
import { recordUpdate } from '../record-update';
import type { Store } from '../store';
import { type BackOff, backOffDelay, pause } from './back-off';
import type { Backend, Delivery, SendOutcome } from './backend';
import { loadDelivery } from './load-delivery';
import { bury, claim, fail, type OutboxRow, release, renew, settle } from './outbox';
import { tellsSuggestion } from './wire-request';

export interface DispatcherOptions {
  store: Store;
  backend: Backend;
  kinds: () => Promise<readonly Kind[]>;
  findArea?: (position: LngLat) => Promise<RequestArea | undefined>;
  /** Deliveries at once. */
  concurrency?: number;
  /** How long a claim holds, milliseconds: longer than any delivery takes. */
  lease?: number;
  /** Milliseconds between looks at an empty outbox. */
  idle?: number;
  backOff?: BackOff;
  /** How long an attempt nobody knows the outcome of is left to arrive, before it is looked up. */
  settling?: number;
  /** How long an uncertain delivery waits for a backend that cannot say whether it has it; then it goes again, with the doubt shown. */
  patience?: number;
  /** Attempts before a delivery is given up; of one that was turned away in a way that may be for ever, `doubtfulLimit`. */
  attemptLimit?: number;
  doubtfulLimit?: number;
  /** Milliseconds that what is under way gets to end once the dispatcher is to stop. */
  grace?: number;
  /** Lines without anything personal. */
  log?: (level: 'info' | 'alert', line: string) => void;
}

const MINUTE = 60_000;

const writeLog = (level: 'info' | 'alert', line: string) =>
  level === 'alert' ? console.error(`ALERT ${line}`) : console.info(line);

/** A signal that comes no later than a time, or with another. */
const within = (milliseconds: number, signal: AbortSignal) =>
  AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]);

/** Runs until the signal, then ends what is under way, gives back what is not begun, and returns. Never throws: a store that fails is tried again. */
export async function runDispatcher(
  {
    store,
    backend,
    kinds,
    findArea = async () => undefined,
    concurrency = 4,
    lease = 5 * MINUTE,
    idle = 2000,
    backOff = { base: MINUTE / 2, ceiling: 60 * MINUTE },
    settling = MINUTE,
    patience = 120 * MINUTE,
    attemptLimit = 120,
    doubtfulLimit = 8,
    grace = 20_000,
    log = writeLog,
  }: DispatcherOptions,
  signal: AbortSignal,
): Promise<void> {
  const worker = `${process.pid} ${randomUUID()}`;
  const active = new Set<Promise<void>>();
  const hardStop = new AbortController();

  const say = (level: 'info' | 'alert', row: OutboxRow, words: string) =>
    log(level, `delivery ${row.reference} ${row.kind}, attempt ${row.attempts}: ${words}`);

  async function giveUp(row: OutboxRow, reason: string, isUncertain: boolean) {
    if (await bury(store, row, { reason, isUncertain })) say('alert', row, `given up, ${reason}`);
  }

  async function tryLater(
    row: OutboxRow,
    outcome: Extract<SendOutcome, { result: 'failed' | 'uncertain' }>,
    isUncertain: boolean,
  ) {
    const isDoubtful = outcome.result === 'failed' && outcome.isDoubtful === true;
    if (row.attempts >= (isDoubtful ? doubtfulLimit : attemptLimit))
      return giveUp(row, outcome.reason, isUncertain);
    const atLeast =
      outcome.result === 'uncertain' ? settling : outcome.result === 'failed' ? (outcome.retryAfter ?? 0) : 0;
    const delay = Math.max(backOffDelay(backOff, row.attempts), atLeast);
    await fail(store, row, { at: Date.now() + delay, reason: outcome.reason, isUncertain });
    say('info', row, `${outcome.reason}, again in ${Math.ceil(delay / 1000)} s`);
  }

  async function accept(row: OutboxRow, outcome: Extract<SendOutcome, { result: 'accepted' | 'untold' }>) {
    const { reference } = row;
    const now = Date.now();
    // What the city says on receipt stands in the timeline; written first, since nobody would come back for it.
    // Of a follow-up it is about the follow-up.
    if (outcome.result === 'accepted' && outcome.notice && tellsSuggestion(row))
      await recordUpdate(store, {
        reference,
        update: { key: `notice ${row.id}`, at: now, text: outcome.notice },
      });
    await settle(store, row, outcome, now);
    if (outcome.result === 'untold') say('info', row, `not told, ${outcome.reason}`);
  }

  /** Whether it may be sent now: what was tried before is asked for first. Settles by itself what is found. */
  async function mayRepeat(row: OutboxRow, delivery: Delivery, own: AbortSignal): Promise<boolean> {
    const isUncertain = row.uncertain === 1;
    const found = await backend.lookUp(delivery, own);
    if (found.result === 'found') {
      await accept(row, { ...found, result: 'accepted' });
      return false;
    }
    // What certainly failed may go again, whatever can be asked.
    if (!isUncertain) return true;
    const isHopeless =
      found.result === 'unsupported' ||
      (found.result === 'failed' && Date.now() - delivery.triedAt > patience);
    if (found.result === 'failed' && !isHopeless) {
      await tryLater(row, found, true);
      return false;
    }
    if (isHopeless) say('alert', row, 'sent again without knowing whether it arrived');
    const now = Date.now();
    const isHeld = await renew(store, row, { now, lease, isDoubt: isHopeless });
    if (isHeld) delivery.triedAt = now;
    return isHeld;
  }

  async function deliver(row: OutboxRow): Promise<void> {
    // A process that dies over this very delivery never gets to say that it failed.
    if (row.attempts > attemptLimit) return giveUp(row, 'too many attempts', row.uncertain === 1);
    let delivery: Delivery | undefined;
    try {
      delivery = await loadDelivery(store, row, { kinds: await kinds(), findArea });
    } catch {
      return tryLater(row, { result: 'failed', reason: 'cannot be read' }, row.uncertain === 1);
    }
    if (!delivery) return;
    // Ends well before the lease does: who comes after must find nobody at it.
    const limit = lease * 0.4;
    if (row.uncertain === 1 || row.attempts > 1)
      if (!(await mayRepeat(row, delivery, within(limit, hardStop.signal)))) return;
    const outcome = await backend.send(delivery, within(limit, hardStop.signal));
    switch (outcome.result) {
      case 'accepted':
      case 'untold':
        return accept(row, outcome);
      case 'refused':
        return giveUp(row, outcome.reason, false);
      case 'failed':
        return tryLater(row, outcome, false);
      case 'uncertain':
        return tryLater(row, outcome, true);
    }
  }

  function start(row: OutboxRow) {
    const run = deliver(row)
      // The store failed. The lease runs out, and whoever comes then asks before repeating.
      .catch((error: unknown) => say('alert', row, `interrupted, ${nameOf(error)}`))
      .finally(() => active.delete(run));
    active.add(run);
  }

  let failures = 0;
  while (!signal.aborted) {
    const free = concurrency - active.size;
    // Several are claimed at once: a claim costs as much as a delivery.
    if (free * 2 < concurrency) {
      await Promise.race(active);
      continue;
    }
    try {
      const rows = await claim(store, { worker, limit: free, now: Date.now(), lease });
      failures = 0;
      if (signal.aborted) {
        await Promise.all(rows.map((row) => release(store, row, Date.now())));
        break;
      }
      rows.forEach(start);
      if (rows.length < free) await pause(idle * (0.5 + Math.random()), signal);
    } catch (error) {
      failures++;
      log('alert', `delivery: the store cannot be used, ${nameOf(error)}`);
      await pause(1000 + backOffDelay({ base: 1000, ceiling: MINUTE }, failures), signal);
    }
  }
  await Promise.race([Promise.all(active), pause(grace, hardStop.signal)]);
  hardStop.abort();
  await Promise.all(active);
}

/** The kind of an error, without its words: they may hold what a person wrote. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
