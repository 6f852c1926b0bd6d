import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Desk } from './desk';

const WINDOW = 15 * 60_000;
/** A person mistypes a few times; an office behind one address has a few persons. */
const limits = { account: 10, address: 40 } as const;

const keyOf = ({ store }: Desk, kind: keyof typeof limits, value: string) =>
  `${kind} ${createHmac('sha256', store.vault.derive('desk tries')).update(value).digest('base64url')}`;

/**
 * Counts a try to sign in, in the database all instances share, and says whether it is one too many. Accounts and addresses are kept as keyed hashes, for a
 * quarter of an hour.
 */
export async function countTry(
  desk: Desk,
  { email, address, now = Date.now() }: { email: string; address: string | undefined; now?: number },
): Promise<boolean> {
  const keys = [
    { key: keyOf(desk, 'account', email.trim().toLowerCase()), limit: limits.account },
    ...(address ? [{ key: keyOf(desk, 'address', address), limit: limits.address }] : []),
  ];
  await desk.db
    .deleteFrom('desk_try')
    .where('since', '<', now - WINDOW)
    .execute();
  let isAllowed = true;
  for (const { key, limit } of keys) {
    // One statement: two at once are counted as two.
    const { count } = await desk.db
      .insertInto('desk_try')
      .values({ key, count: 1, since: now })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ count: sql<number>`desk_try.count + 1` }),
      )
      .returning('count')
      .executeTakeFirstOrThrow();
    if (count > limit) isAllowed = false;
  }
  return isAllowed;
}

/** Forgets the tries of somebody who got in. */
export async function forgetTries(
  desk: Desk,
  { email, address }: { email: string; address: string | undefined },
): Promise<void> {
  const keys = [
    keyOf(desk, 'account', email.trim().toLowerCase()),
    ...(address ? [keyOf(desk, 'address', address)] : []),
  ];
  await desk.db.deleteFrom('desk_try').where('key', 'in', keys).execute();
}
