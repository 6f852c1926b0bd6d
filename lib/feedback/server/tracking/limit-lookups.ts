import { secondsToWait, takePoint } from '@/lib/server/rate-limit';
import { limits } from '../abuse/limits';
import { senderOf } from '../abuse/sender';
import type { Store } from '../store';

/**
 * The limit of codes that open nothing, for one who asks: `seconds` to wait (0 where they may ask), `miss` to count one more. Codes that open something are
 * never counted, so that nobody is kept out by reloading their own page. A code has 75 random bits; the limit keeps guessing from costing anything.
 */
export async function limitLookups(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  headers: Headers,
): Promise<{ seconds: number; miss: () => Promise<void> }> {
  const sender = senderOf(headers, vault);
  return {
    seconds: await secondsToWait(db, limits.lookUp, sender),
    miss: async () => {
      await takePoint(db, limits.lookUp, sender);
    },
  };
}
