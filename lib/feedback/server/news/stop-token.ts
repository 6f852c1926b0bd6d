/** The link in an e-mail that ends the news: it can do nothing else, so that it may pass through the hands of mail providers. */
import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '@/lib/server/vault';
import { isReference } from '../../code';
import type { Store } from '../store';
import { codePurpose } from '../submit';

import { withdraw } from '../tracking/withdraw';

const REFERENCE = 14;
const MARK = 22;

interface Receiver {
  reference: string;
  follower: string | null;
}

const markOf = (vault: Pick<Vault, 'sign'>, { reference, follower }: Receiver) =>
  vault
    .sign('stop news', `${reference} ${follower ?? ''}`)
    .toString('base64url')
    .slice(0, MARK);

/** Reference, mark and the follower's id, as one part of an address. */
export const makeStopToken = (vault: Vault, receiver: Receiver): string =>
  receiver.reference + markOf(vault, receiver) + (receiver.follower ?? '');

/** Whose news a token ends; undefined for one that was not made here, or with a key that is gone. */
export function readStopToken(vault: Vault, token: string): Receiver | undefined {
  if (token.length > 100) return undefined;
  const receiver = {
    reference: token.slice(0, REFERENCE),
    follower: token.slice(REFERENCE + MARK) || null,
  };
  const mark = Buffer.from(token.slice(REFERENCE, REFERENCE + MARK));
  const right = Buffer.from(markOf(vault, receiver));
  if (!isReference(receiver.reference) || mark.length !== right.length) return undefined;
  return timingSafeEqual(mark, right) ? receiver : undefined;
}

/** Ends the e-mails a token stands for. False where there is nothing (any more) that it stands for. */
export async function stopNews(store: Store, token: string): Promise<boolean> {
  const receiver = readStopToken(store.vault, token);
  if (!receiver) return false;
  const { reference, follower } = receiver;
  const row = follower
    ? await store.db
        .selectFrom('feedback_follower')
        .select('code_sealed')
        .where('id', '=', follower)
        .executeTakeFirst()
    : await store.db
        .selectFrom('feedback_request')
        .select('code_sealed')
        .where('reference', '=', reference)
        .executeTakeFirst();
  if (!row) return false;
  const purpose = follower ? codePurpose(follower) : codePurpose(reference);
  return withdraw(store, { code: store.vault.open(row.code_sealed, purpose), consent: 'news' });
}
