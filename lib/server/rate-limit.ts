/** Counting limits that all instances share through their database. The usual library has no store for Node's own SQLite; one statement is all it takes. */
import { type Kysely, sql } from 'kysely';

export interface RateLimitTables {
  rate_limit: { key: string; points: number; expires_at: number };
}

export interface RateLimit {
  /** What is counted, such as `submit`; part of the key. */
  name: string;
  points: number;
  seconds: number;
}

/**
 * Takes a point from somebody's window (fixed, begun by the first point). Returns how many seconds they must wait: 0 where the point was there. Waiting
 * points count too, so that who goes on trying does not get through sooner, but the window is not prolonged.
 */
export async function takePoint(
  db: Kysely<RateLimitTables>,
  { name, points, seconds }: RateLimit,
  who: string,
  now = Date.now(),
): Promise<number> {
  const isOver = sql<boolean>`rate_limit.expires_at <= ${now}`;
  const row = await db
    .insertInto('rate_limit')
    .values({ key: `${name} ${who}`, points: 1, expires_at: now + seconds * 1000 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        points: sql`case when ${isOver} then 1 else rate_limit.points + 1 end`,
        expires_at: sql`case when ${isOver} then excluded.expires_at else rate_limit.expires_at end`,
      }),
    )
    .returning(['points', 'expires_at'])
    .executeTakeFirstOrThrow();
  return row.points <= points ? 0 : Math.max(1, Math.ceil((row.expires_at - now) / 1000));
}

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
