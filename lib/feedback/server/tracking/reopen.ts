import { randomUUID } from 'node:crypto';
import { canReopen, type RatingLevel } from '../../states';
import type { Store } from '../store';
import { enqueue } from '../submit';
import { holdOwnRequest } from './own-request';
import { readWords } from './words';

export type ReopenOutcome =
  | 'reopened'
  /** A form of a round that is over. */
  | 'outdated'
  | 'reason-required'
  | 'too-long'
  /** No answer yet, a good rating, or too long ago. */
  | 'not-allowed'
  | 'unknown-code';

/** Opens a suggestion again after a bad answer: a new round, in which the city's clock runs anew. Says why, and tells the city, in one transaction. */
export async function reopen(
  store: Store,
  { code, round, reason, now = Date.now() }: { code: string; round: number; reason: string; now?: number },
): Promise<ReopenOutcome> {
  const words = readWords(reason);
  if (words.fault) return words.fault;
  return store.db.transaction().execute(async (transaction) => {
    const row = await holdOwnRequest(transaction, store, code);
    if (!row) return 'unknown-code';
    // The same form sent twice has the same outcome.
    if (row.round === round + 1 && row.state === 'reopened') return 'reopened';
    if (row.round !== round) return 'outdated';
    const rating = (row.rating ?? undefined) as RatingLevel | undefined;
    if (!canReopen({ state: row.state, rating, answeredAt: row.answered_at, now })) return 'not-allowed';
    if (words.text.length < 2) return 'reason-required';
    const { reference } = row;
    const at = Math.max(now, row.state_at + 1);
    await transaction
      .insertInto('feedback_event')
      .values({
        id: randomUUID(),
        reference,
        at,
        recorded_at: now,
        kind: 'reopening',
        state: 'reopened',
        text: words.text,
        level: null,
        by: 'person',
        update_key: `reopening ${round + 1}`,
        photo: null,
      })
      .execute();
    await transaction
      .updateTable('feedback_request')
      .set({
        state: 'reopened',
        state_at: at,
        round: round + 1,
        answered_at: null,
        rating: null,
        closed_at: null,
        // What was meant for the last round says nothing of this one.
        expected_at: null,
        reminded_at: null,
      })
      .where('reference', '=', reference)
      .execute();
    await enqueue(transaction, {
      reference,
      kind: 'reopen',
      payload: { reason: words.text, round: round + 1 },
      now,
    });
    return 'reopened';
  });
}
