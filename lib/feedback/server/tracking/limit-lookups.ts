import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Codes that open nothing, counted by network address: twenty in ten minutes. A code has 75 random bits; this keeps guessing from costing the database
 * anything. Codes that open something are never counted, so that who follows their own suggestion is not kept out by their own reloading.
 */
const misses = new RateLimiterMemory({ points: 20, duration: 600 });

/** Who asks: the address the nearest proxy (or the framework itself) wrote down, as a hash. */
const whoOf = (headers: Headers) =>
  createHash('sha256')
    .update((headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '')
    .digest('base64url');

/** The limit for one who asks: `seconds` to wait (0 where they may ask), `miss` to count a code that opened nothing. */
export async function limitLookups(
  headers: Headers,
): Promise<{ seconds: number; miss: () => Promise<void> }> {
  const who = whoOf(headers);
  const used = await misses.get(who);
  const isOver = used !== null && used.remainingPoints <= 0;
  return {
    seconds: isOver ? Math.max(1, Math.ceil(used.msBeforeNext / 1000)) : 0,
    miss: async () => {
      // Rejects with what is left where the limit is over; the next question is told.
      await misses.consume(who).catch(() => undefined);
    },
  };
}
