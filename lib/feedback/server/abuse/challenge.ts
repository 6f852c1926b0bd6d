/** Proof of work that the portal itself asks for (ALTCHA): half a second of a phone's time for one suggestion, and no outside service. */
import { randomInt } from 'node:crypto';
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { coalesceFor } from '@/lib/server/coalesce';
import type { Connection, Store } from '../store';

const COST = 5000;
/** How many tries it takes: 0.3 to 1 s on a mid phone. */
const [LEAST_TRIES, MOST_TRIES] = [500, 1000];
const VALID_MINUTES = 20;

export const secretsOf = ({ vault }: Pick<Store, 'vault'>) => ({
  hmacSignatureSecret: vault.derive('challenge').toString('base64'),
  hmacKeySignatureSecret: vault.derive('challenge key').toString('base64'),
});

export const makeChallenge = (
  store: Pick<Store, 'vault'>,
  { tries = randomInt(LEAST_TRIES, MOST_TRIES), now = Date.now() }: { tries?: number; now?: number } = {},
): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: tries,
    expiresAt: new Date(now + VALID_MINUTES * 60_000),
    deriveKey,
    ...secretsOf(store),
  });

const payloadSchema = z.object({
  challenge: z.looseObject({
    parameters: z.looseObject({ nonce: z.string().max(200), salt: z.string().max(200) }),
    signature: z.string().max(200),
  }),
  solution: z.looseObject({ counter: z.number(), derivedKey: z.string().max(200) }),
});

/** Notes challenges as spent; true for each that was not. */
const spend = coalesceFor(
  async (db: Connection, spendings: readonly { challenge: string; now: number }[]): Promise<boolean[]> => {
    // Each once, and in the same order everywhere: two instances that spent the same in turn would wait for each other.
    const once = new Map(spendings.map(({ challenge, now }) => [challenge, now + VALID_MINUTES * 60_000]));
    const rows = await db
      .insertInto('feedback_spent')
      .values(
        [...once]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([challenge, expires_at]) => ({ challenge, expires_at })),
      )
      .onConflict((conflict) => conflict.column('challenge').doNothing())
      .returning('challenge')
      .execute();
    const fresh = new Set(rows.map(({ challenge }) => challenge));
    // Of two with the same only the first counts.
    return spendings.map(({ challenge }) => fresh.delete(challenge));
  },
);

/**
 * Takes a solved challenge, as the browser sends it (JSON in base64), once. `spent` where it was used before.
 */
export async function spendChallenge(
  store: Store,
  payload: string,
  now = Date.now(),
): Promise<'solved' | 'wrong' | 'expired' | 'spent'> {
  if (payload.length > 5000) return 'wrong';
  let given: unknown;
  try {
    given = JSON.parse(Buffer.from(payload, 'base64').toString());
  } catch {
    return 'wrong';
  }
  const parsed = payloadSchema.safeParse(given);
  if (!parsed.success) return 'wrong';
  const { challenge, solution } = given as Parameters<typeof verifySolution>[0];
  const verdict = await verifySolution({ challenge, solution, deriveKey, ...secretsOf(store) }).catch(
    () => undefined,
  );
  if (!verdict) return 'wrong';
  if (verdict.expired) return 'expired';
  if (!verdict.verified) return 'wrong';
  const isFresh = await spend(store.db, { challenge: parsed.data.challenge.signature, now });
  return isFresh ? 'solved' : 'spent';
}
