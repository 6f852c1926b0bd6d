/** Proof of work that the portal itself asks for (ALTCHA): half a second of a phone's time for one suggestion, and no outside service. */
import { randomInt } from 'node:crypto';
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { Store } from '../store';

const COST = 5000;
/** How many tries it takes: 0.3 to 1 s on a mid phone. */
const [LEAST_TRIES, MOST_TRIES] = [500, 1000];
const VALID_MINUTES = 20;

const secretsOf = ({ vault }: Pick<Store, 'vault'>) => ({
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
  const spent = await store.db
    .insertInto('feedback_spent')
    .values({ challenge: parsed.data.challenge.signature, expires_at: now + VALID_MINUTES * 60_000 })
    .onConflict((conflict) => conflict.column('challenge').doNothing())
    .returning('challenge')
    .executeTakeFirst();
  return spent ? 'solved' : 'spent';
}
