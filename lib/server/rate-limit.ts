/** Counting limits that all instances share through their database. The usual library has no store for Node's own SQLite; one statement is all it takes. */
import { type Kysely, sql } from 'kysely';
import { coalesceFor } from './coalesce';

export interface RateLimitTables {
  rate_limit: { key: string; points: number; expires_at: number };
}

export interface RateLimit {
  /** What is counted, such as `submit`; part of the key. */
  name: string;
  points: number;
  seconds: number;
}

interface Taking {
  limit: RateLimit;
  who: string;
  now: number;
}

const keyOf = ({ limit, who }: Pick<Taking, 'limit' | 'who'>) => `${limit.name} ${who}`;

/** Takes the points of many at once, in one statement. */
async function takePoints(db: Kysely<RateLimitTables>, takings: readonly Taking[]): Promise<number[]> {
  const perKey = Map.groupBy(takings, keyOf);
  // In the same order everywhere: two instances that took the same rows in turn would wait for each other.
  const asked = [...perKey].sort(([a], [b]) => (a < b ? -1 : 1));
  const now = Math.max(...takings.map((taking) => taking.now));
  const isOver = sql<boolean>`rate_limit.expires_at <= ${now}`;
  const rows = await db
    .insertInto('rate_limit')
    .values(
      asked.map(([key, same]) => ({
        key,
        points: same.length,
        expires_at: now + (same[0] as Taking).limit.seconds * 1000,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        points: sql`case when ${isOver} then excluded.points else rate_limit.points + excluded.points end`,
        expires_at: sql`case when ${isOver} then excluded.expires_at else rate_limit.expires_at end`,
      }),
    )
    .returning(['key', 'points', 'expires_at'])
    .execute();
  const seconds = new Map<Taking, number>();
  for (const row of rows)
    perKey.get(row.key)?.forEach((taking, i, same) => {
      const isThere = row.points - same.length + i + 1 <= taking.limit.points;
      seconds.set(taking, isThere ? 0 : Math.max(1, Math.ceil((row.expires_at - now) / 1000)));
    });
  return takings.map((taking) => seconds.get(taking) as number);
}

const takeWithOthers = coalesceFor(takePoints);

/**
 * Takes a point from somebody's window (fixed, begun by the first point). Returns how many seconds they must wait: 0 where the point was there. Waiting
 * points count too, so that who goes on trying does not get through sooner, but the window is not prolonged.
 */
export const takePoint = (
  db: Kysely<RateLimitTables>,
  limit: RateLimit,
  who: string,
  now = Date.now(),
): Promise<number> => takeWithOthers(db, { limit, who, now });

/** Seconds somebody must wait, without taking a point: 0 where there is one left. */
export async function secondsToWait(
  db: Kysely<RateLimitTables>,
  { name, points }: RateLimit,
  who: string,
  now = Date.now(),
): Promise<number> {
  const row = await db
    .selectFrom('rate_limit')
    .select(['points', 'expires_at'])
    .where('key', '=', `${name} ${who}`)
    .executeTakeFirst();
  return !row || row.expires_at <= now || row.points < points
    ? 0
    : Math.max(1, Math.ceil((row.expires_at - now) / 1000));
}

/** Forgets windows that are over. */
export async function sweepRateLimits(db: Kysely<RateLimitTables>, now = Date.now()): Promise<void> {
  await db.deleteFrom('rate_limit').where('expires_at', '<=', now).execute();
}
