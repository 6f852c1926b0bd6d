import { type RateLimit, takePoint } from '@/lib/server/rate-limit';
import { hashOf } from '../store';
import type { Desk } from './desk';

const seconds = 15 * 60;
/** A person mistypes a few times; an office behind one address has a few persons. */
const limits = {
  account: { name: 'desk-account', points: 10, seconds },
  sender: { name: 'desk-sender', points: 40, seconds },
} as const satisfies Record<string, RateLimit>;

/** The vault's key in it: whoever reads the table cannot find out which addresses were tried. */
const accountOf = ({ store }: Desk, email: string) =>
  hashOf(`${store.vault.derive('desk tries').toString('hex')} ${email.trim().toLowerCase()}`);

/** Counts a try to sign in, in the database all instances share: by account, and by sender (senderOf). False where it is one too many. */
export async function countTry(
  desk: Desk,
  { email, sender, now }: { email: string; sender: string; now?: number },
): Promise<boolean> {
  const { db } = desk.store;
  const waits = [
    await takePoint(db, limits.account, accountOf(desk, email), now),
    await takePoint(db, limits.sender, sender, now),
  ];
  return waits.every((wait) => wait === 0);
}

/** Forgets the tries of somebody who got in. */
export async function forgetTries(
  desk: Desk,
  { email, sender }: { email: string; sender: string },
): Promise<void> {
  await desk.store.db
    .deleteFrom('rate_limit')
    .where('key', 'in', [
      `${limits.account.name} ${accountOf(desk, email)}`,
      `${limits.sender.name} ${sender}`,
    ])
    .execute();
}
