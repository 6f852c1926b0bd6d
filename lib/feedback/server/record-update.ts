import { randomUUID } from 'node:crypto';
import { applyCityUpdate, type CityState } from '../states';
import { queueNews } from './queue-news';
import type { Connection, Store } from './store';

/** Something the city said of a suggestion. */
export interface CityUpdate {
  /** The same for the same word, however often it arrives. */
  key: string;
  /** When it was said, milliseconds since 1970. */
  at: number;
  /** Absent: a note only. */
  state?: CityState;
  text?: string;
  /** Who handles it. */
  agency?: string;
  /** When it is to be done. */
  expectedAt?: number;
  /** Photo of what was done, already kept. */
  photo?: string;
}

/**
 * Records what the city said: once, whatever order it comes in. The state moves only forward in time. Returns whether anything was new. Throws RangeError for a suggestion nobody knows.
 */
export async function recordUpdate(
  { db, isPostgres }: Pick<Store, 'db' | 'isPostgres'>,
  {
    reference,
    update,
    by = 'city',
    now = Date.now(),
  }: { reference: string; update: CityUpdate; by?: 'city' | 'desk'; now?: number },
): Promise<boolean> {
  return db
    .transaction()
    .execute((transaction) => recordUpdateIn(transaction, { reference, update, by, now, isPostgres }));
}

/** Of a suggestion whose sender had their data deleted words are kept for others only. */
const isFollowed = async (transaction: Connection, reference: string): Promise<boolean> =>
  (await transaction
    .selectFrom('feedback_follower')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst()) !== undefined;

/** As recordUpdate, within a transaction that does more. */
export async function recordUpdateIn(
  transaction: Connection,
  {
    reference,
    update,
    by,
    now,
    isPostgres,
  }: { reference: string; update: CityUpdate; by: 'city' | 'desk'; now: number; isPostgres: boolean },
): Promise<boolean> {
  const lookUp = transaction
    .selectFrom('feedback_request')
    .select(['state', 'state_at', 'answered_at', 'erased_at'])
    .where('reference', '=', reference);
  // Of two at once the second waits, and then sees what the first did; SQLite has one writer anyway.
  const row = await (isPostgres ? lookUp.forUpdate() : lookUp).executeTakeFirst();
  if (!row) throw new RangeError(`no suggestion ${reference}`);
  const keepsWords = row.erased_at === null || (await isFollowed(transaction, reference));
  const event = await transaction
    .insertInto('feedback_event')
    .values({
      id: randomUUID(),
      reference,
      at: update.at,
      recorded_at: now,
      kind: update.state ? 'state' : 'note',
      state: update.state ?? null,
      text: (keepsWords && update.text) || null,
      level: null,
      by,
      update_key: update.key,
      photo: (keepsWords && update.photo) || null,
    })
    .onConflict((conflict) => conflict.columns(['reference', 'update_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!event) return false;
  const stamp = update.state
    ? applyCityUpdate({ state: row.state, at: row.state_at }, { state: update.state, at: update.at })
    : { state: row.state, at: row.state_at };
  const isNewer = stamp.at > row.state_at;
  await transaction
    .updateTable('feedback_request')
    .set({
      state: stamp.state,
      state_at: stamp.at,
      ...(isNewer && stamp.state === 'answered' && row.answered_at === null && { answered_at: update.at }),
      ...(isNewer && stamp.state === 'answered' && { rating: null }),
      ...(isNewer && stamp.state === 'closed' && { closed_at: update.at }),
      ...(update.agency && { agency: update.agency }),
      ...(update.expectedAt !== undefined && { expected_at: update.expectedAt }),
    })
    .where('reference', '=', reference)
    .execute();
  // Late words stand in the timeline, but nobody is called for them.
  if (isNewer || !update.state) await queueNews(transaction, { reference, event: event.id, now });
  return true;
}
