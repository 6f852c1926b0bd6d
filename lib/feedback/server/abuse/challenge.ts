/** Proof of work that the portal itself asks for (ALTCHA): half a second of a phone's time for one suggestion, and no outside service. */
import { createHmac, createSecretKey, type KeyObject, randomInt, timingSafeEqual } from 'node:crypto';
import { type Challenge, createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { coalesceFor } from '@/lib/server/coalesce';
import type { Vault } from '@/lib/server/vault';
import type { Connection, Store } from '../store';

const COST = 5000;
/** How many tries it takes: 0.3 to 1 s on a mid phone. */
const [LEAST_TRIES, MOST_TRIES] = [500, 1000];
const VALID_MINUTES = 20;

export const secretsOf = ({ vault }: Pick<Store, 'vault'>) => ({
  hmacSignatureSecret: vault.derive('challenge').toString('base64'),
  hmacKeySignatureSecret: vault.derive('challenge key').toString('base64'),
});

const secretKeys = new WeakMap<Vault, { challenge: KeyObject; key: KeyObject }>();
/** The same secrets, made ready once. */
function secretKeysOf(vault: Vault) {
  const kept = secretKeys.get(vault);
  if (kept) return kept;
  const { hmacSignatureSecret, hmacKeySignatureSecret } = secretsOf({ vault });
  const keyOf = (secret: string) => createSecretKey(Buffer.from(secret));
  const made = { challenge: keyOf(hmacSignatureSecret), key: keyOf(hmacKeySignatureSecret) };
  secretKeys.set(vault, made);
  return made;
}

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

/** As the library makes them; what else they hold is signed along. */
const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({ expiresAt: z.number(), keySignature: z.string().length(64) }),
    signature: z.string().length(64),
  }),
  solution: z.object({ derivedKey: z.string().regex(/^(?:[0-9a-f]{2}){1,64}$/) }),
});

type GivenChallenge = z.infer<typeof payloadSchema>['challenge'];

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, inner]) => inner !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)]),
      )
    : value;

/**
 * Whether this portal made the challenge and the key is its solution: both bear our signatures. The library's own check says the same (tested), but takes four
 * trips to another thread for two signatures of a few microseconds, a tenth of what a submission costs.
 */
function isOurs(
  store: Pick<Store, 'vault'>,
  { parameters, signature }: GivenChallenge,
  key: string,
): boolean {
  const isSigned = (secret: KeyObject, what: string | Buffer, given: string) =>
    timingSafeEqual(
      Buffer.from(createHmac('sha256', secret).update(what).digest('hex')),
      Buffer.from(given.padEnd(64).slice(0, 64)),
    );
  const secrets = secretKeysOf(store.vault);
  return (
    isSigned(secrets.challenge, JSON.stringify(sorted(parameters)), signature) &&
    isSigned(secrets.key, Buffer.from(key, 'hex'), parameters.keySignature)
  );
}

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
  const { challenge, solution } = parsed.data;
  if (challenge.parameters.expiresAt * 1000 < Date.now()) return 'expired';
  if (!isOurs(store, challenge, solution.derivedKey)) return 'wrong';
  const isFresh = await spend(store.db, { challenge: challenge.signature, now });
  return isFresh ? 'solved' : 'spent';
}
