import { makeCode } from '../../code';
import { type Connection, hashOf, type Store } from '../store';
import { codePurpose, enqueue } from '../submit';
import { holdOwnRequest } from './own-request';

export type Deletion =
  /** Nothing is left. */
  | { result: 'gone' }
  /** The city has it: a row without anything personal is left, under its reference. */
  | { result: 'bare'; reference: string }
  /** Somebody who followed it does not any more. */
  | { result: 'unfollowed' };

/**
 * Deletes what is kept about a person, by their code; the code opens nothing afterwards. A suggestion the city never got is deleted whole. Of one it has (or
 * may have) there stay reference, kind, district, language, times, states, rating level and the city's own id: so that counts stay true and the city's copy,
 * which the portal cannot delete, can be matched. The city hears of it, by the reference alone. What the city wrote stays only where others follow the same suggestion. Undefined for a code nobody knows.
 */
export function deleteData(
  store: Store,
  { code, now = Date.now() }: { code: string; now?: number },
): Promise<Deletion | undefined> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await holdOwnRequest(transaction, store, code);
    if (!row) {
      // Their news and browsers go with the row.
      const followed = await transaction
        .deleteFrom('feedback_follower')
        .where('code_hash', '=', hashOf(code))
        .returning('id')
        .executeTakeFirst();
      return followed && { result: 'unfollowed' };
    }
    const { reference } = row;
    await transaction.deleteFrom('feedback_draft').where('reference', '=', reference).execute();
    // A delivery that is under way, or of which nobody knows how it ended, may have arrived.
    const never = await transaction
      .deleteFrom('feedback_outbox')
      .where('reference', '=', reference)
      .where('kind', '=', 'create')
      .where('state', 'in', ['waiting', 'dead'])
      .where('uncertain', '=', 0)
      .returning('id')
      .executeTakeFirst();
    if (never) {
      await transaction.deleteFrom('feedback_request').where('reference', '=', reference).execute();
      return { result: 'gone' };
    }
    await strip(transaction, store, reference, now);
    return { result: 'bare', reference };
  });
}

async function strip(
  transaction: Connection,
  { vault }: Pick<Store, 'vault'>,
  reference: string,
  now: number,
): Promise<void> {
  const followers = await transaction
    .selectFrom('feedback_follower')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  // A new code nobody is told: the row keeps its form, and the old code opens nothing.
  const nobodysCode = makeCode();
  await transaction
    .updateTable('feedback_request')
    .set({
      code_hash: hashOf(nobodysCode),
      code_sealed: vault.seal(nobodysCode, codePurpose(reference)),
      description: '',
      answers: '{}',
      lng: null,
      lat: null,
      address: null,
      origin: '{}',
      area: null,
      contact_sealed: null,
      consent_contact: 0,
      consent_publish: 0,
      consent_news: 0,
      publication: 'none',
      erased_at: now,
    })
    .where('reference', '=', reference)
    .execute();
  const events = transaction.updateTable('feedback_event').where('reference', '=', reference);
  const answerPhotos = transaction
    .selectFrom('feedback_event')
    .select('photo')
    .where('reference', '=', reference)
    .where('photo', 'is not', null);
  const photos = transaction.deleteFrom('feedback_photo').where('reference', '=', reference);
  if (followers) {
    await events.set({ text: null }).where('by', '=', 'person').execute();
    await photos.where('id', 'not in', answerPhotos).execute();
  } else {
    await events.set({ text: null, photo: null }).execute();
    await photos.execute();
  }
  // What was not told yet is not told any more; what was told stays as a line without its words.
  const untold = await transaction
    .deleteFrom('feedback_outbox')
    .where('reference', '=', reference)
    .where('state', 'not in', ['sent', 'told'])
    .returning('leased_until')
    .execute();
  await transaction
    .updateTable('feedback_outbox')
    .set({ payload: '{}', last_fault: null })
    .where('reference', '=', reference)
    .execute();
  await enqueue(transaction, {
    reference,
    kind: 'erasure',
    payload: { erasedAt: new Date(now).toISOString() },
    // What is under way while it is deleted must be there before.
    now: Math.max(now, ...untold.map(({ leased_until }) => leased_until ?? 0)),
  });
  await transaction.deleteFrom('feedback_sender').where('reference', '=', reference).execute();
  for (const table of ['feedback_news', 'feedback_push'] as const)
    await transaction
      .deleteFrom(table)
      .where('reference', '=', reference)
      .where('follower', 'is', null)
      .execute();
}
