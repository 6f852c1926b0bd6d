/** Asks the city how its suggestions stand, and keeps what it says. */
import { sql } from 'kysely';
import type { Store } from '../store';
import { backOffDelay, pause } from './back-off';
import type { AskedRequest, Backend } from './backend';
import { nameOf } from './dispatcher';
import { keepUpdates } from './keep-updates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often a suggestion is asked for: often while news is likely, and after an answer only in case it is taken back. */
export const pollIntervals = {
  fresh: { until: DAY, every: 15 * MINUTE },
  week: { until: 7 * DAY, every: HOUR },
  old: { every: 6 * HOUR },
  answered: { until: 60 * DAY, every: DAY },
};

/**
 * Takes the suggestions that are due, and marks them as asked: of several pollers each gets others. Not asked for are those the city has not got yet, and
 * those opened again until it has heard of that.
 */
async function takeDue(
  { db, isPostgres }: Store,
  { now, limit }: { now: number; limit: number },
): Promise<AskedRequest[]> {
  const { fresh, week, old, answered } = pollIntervals;
  // Literals: of a parameter beside small numbers PostgreSQL thinks it is a small number too.
  const due = sql`select reference from feedback_request as request
    where (state in ('received', 'assigned', 'in-progress', 'reopened')
        or (state in ('answered', 'rated') and state_at > ${sql.lit(now - answered.until)}))
      and coalesce(polled_at, 0) <= ${sql.lit(now)} - (case
        when state in ('answered', 'rated') then ${sql.lit(answered.every)}
        when state_at > ${sql.lit(now - fresh.until)} then ${sql.lit(fresh.every)}
        when state_at > ${sql.lit(now - week.until)} then ${sql.lit(week.every)}
        else ${sql.lit(old.every)} end)
      and exists (select 1 from feedback_outbox as outbox
        where outbox.reference = request.reference and outbox.kind = 'create' and outbox.state = 'sent')
      and not exists (select 1 from feedback_outbox as outbox
        where outbox.reference = request.reference and outbox.kind = 'reopen' and outbox.state <> 'sent')
    order by coalesce(polled_at, 0) limit ${limit}`;
  const { rows } = await sql<AskedRequest>`
    with due as ${isPostgres ? sql`materialized` : sql``} (${due} ${isPostgres ? sql`for update skip locked` : sql``})
    update feedback_request set polled_at = ${sql.lit(now)}
    where reference in (select reference from due)
    returning reference, backend_id, backend_token, polled_at, kind, received_at, state, state_at, round`.execute(
    db,
  );
  return rows;
}

/** Asks once: those that are due, or what the backend tells by itself. Returns how many were asked for and how many updates were new. */
export async function pollOnce(
  store: Store,
  backend: Backend,
  { signal, limit = 100, now = Date.now() }: { signal: AbortSignal; limit?: number; now?: number },
): Promise<{ asked: number; recorded: number }> {
  const requests = backend.isAsked ? await takeDue(store, { now, limit }) : [];
  if (backend.isAsked && requests.length === 0) return { asked: 0, recorded: 0 };
  const { updates, ids, settle } = await backend.poll(requests, signal);
  for (const { reference, id } of ids)
    await store.db
      .updateTable('feedback_request')
      .set({ backend_id: id })
      .where('reference', '=', reference)
      .where('backend_id', 'is', null)
      .execute();
  const { recorded, unknown } = await keepUpdates(store, updates, { signal });
  await settle(unknown);
  return { asked: requests.length, recorded };
}

/** Runs until the signal. Never throws: what fails is tried again. */
export async function runPoller(
  {
    store,
    backend,
    interval = 15_000,
    log = (line: string) => console.error(line),
  }: { store: Store; backend: Backend; interval?: number; log?: (line: string) => void },
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const { asked } = await pollOnce(store, backend, { signal });
      failures = 0;
      // A full round: more are due.
      if (asked >= 100) continue;
      await pause(interval * (0.5 + Math.random()), signal);
    } catch (error) {
      failures++;
      log(`ALERT poller: interrupted, ${nameOf(error)}`);
      await pause(1000 + backOffDelay({ base: 1000, ceiling: 5 * MINUTE }, failures), signal);
    }
  }
}
