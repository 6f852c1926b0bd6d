import { randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locales';
import { makeCode } from '../../code';
import { isWaiting } from '../../states';
import type { Contact } from '../../submission';
import { type Connection, hashOf, type Store } from '../store';
import { codePurpose, contactPurpose } from '../submit';

/** What somebody who said "me too" is shown once: their own code for a suggestion of somebody else. */
export interface FollowReceipt {
  id: string;
  reference: string;
  code: string;
  followedAt: number;
  /** Whether they asked for news by e-mail. */
  hasNews: boolean;
  /** False where the same key was here before. */
  isNew: boolean;
}

export type FollowOutcome =
  | { result: 'followed'; receipt: FollowReceipt }
  /** Not there, or not for everybody. */
  | { result: 'not-found' }
  /** Answered meanwhile: there is nothing to wait for. */
  | { result: 'closed' };

async function findReceipt(
  connection: Connection,
  { vault }: Pick<Store, 'vault'>,
  by: { key: string } | { id: string },
): Promise<FollowReceipt | undefined> {
  const row = await connection
    .selectFrom('feedback_follower')
    .select(['id', 'reference', 'code_sealed', 'followed_at', 'contact_sealed'])
    .where('key' in by ? 'submission_key' : 'id', '=', 'key' in by ? by.key : by.id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      reference: row.reference,
      code: vault.open(row.code_sealed, codePurpose(row.id)),
      followedAt: row.followed_at,
      hasNews: row.contact_sealed !== null,
      isNew: false,
    }
  );
}

/** The receipt of somebody who said "me too" a moment ago, by the id of what was kept. */
export const findFollow = (store: Store, id: string): Promise<FollowReceipt | undefined> =>
  findReceipt(store.db, store, { id });

/**
 * "Me too": keeps that somebody else needs the same, with a tracking code of their own, in one transaction with the event. The same key again gives the
 * same receipt. A contact is kept only where it came with consent to news, which the caller has asked for.
 */
export async function follow(
  store: Store,
  {
    reference,
    key,
    contact = {},
    language,
    now = Date.now(),
  }: { reference: string; key: string; contact?: Contact; language: Locale; now?: number },
): Promise<FollowOutcome> {
  const { db, vault, isPostgres } = store;
  const kept = await findReceipt(db, store, { key });
  if (kept) return kept.reference === reference ? followed(kept) : { result: 'not-found' };
  const [id, code] = [randomUUID(), makeCode()];
  const hasNews = Object.values(contact).some(Boolean);
  try {
    const fault = await db.transaction().execute(async (transaction) => {
      const lookUp = transaction
        .selectFrom('feedback_request')
        .select('state')
        .where('reference', '=', reference)
        .where('publication', '=', 'published');
      // Staff who take it back at this moment wait, or are waited for.
      const row = await (isPostgres ? lookUp.forShare() : lookUp).executeTakeFirst();
      if (!row) return 'not-found' as const;
      if (!isWaiting(row.state)) return 'closed' as const;
      await transaction
        .insertInto('feedback_follower')
        .values({
          id,
          reference,
          code_hash: hashOf(code),
          code_sealed: vault.seal(code, codePurpose(id)),
          contact_sealed: hasNews ? vault.seal(JSON.stringify(contact), contactPurpose(id)) : null,
          language,
          submission_key: key,
          followed_at: now,
        })
        .execute();
      await transaction
        .insertInto('feedback_event')
        .values({
          id: randomUUID(),
          reference,
          at: now,
          recorded_at: now,
          kind: 'follower',
          state: null,
          text: null,
          level: null,
          by: 'person',
          update_key: `follower ${id}`,
          photo: null,
        })
        .execute();
      return undefined;
    });
    if (fault) return { result: fault };
  } catch (error) {
    // Two of the same key at once: the second finds what the first kept.
    const first = await findReceipt(db, store, { key });
    if (first?.reference === reference) return followed(first);
    throw error;
  }
  return followed({ id, reference, code, followedAt: now, hasNews, isNew: true });
}

const followed = (receipt: FollowReceipt): FollowOutcome => ({ result: 'followed', receipt });
