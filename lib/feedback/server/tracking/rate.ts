import { randomUUID } from 'node:crypto';
import { canRate, needsReason, type RatingLevel } from '../../states';
import type { Store } from '../store';
import { enqueue } from '../submit';
import { holdOwnRequest } from './own-request';
import { readWords } from './words';

export type RateOutcome =
  | 'rated'
  /** It was rated otherwise before; nothing changed. */
  | 'rated-before'
  | 'not-answered'
  | 'reason-required'
  | 'too-long'
  /** The form is from a round that is over. */
  | 'outdated'
  | 'unknown-code';

/**
 * Rates an answer, once: state, timeline and what the city must be told in one transaction. The two lowest levels need a reason. `round` is the one the form
 * was shown in, so that an old form cannot rate a new answer.
 */
export async function rate(
  store: Store,
  {
    code,
    round,
    level,
    reason,
    now = Date.now(),
  }: { code: string; round: number; level: RatingLevel; reason: string; now?: number },
): Promise<RateOutcome> {
  const words = readWords(reason);
  if (words.fault) return words.fault;
  return store.db.transaction().execute(async (transaction) => {
    const row = await holdOwnRequest(transaction, store, code);
    if (!row) return 'unknown-code';
    if (row.round !== round) return 'outdated';
    // The same form sent twice has the same outcome.
    if (row.rating !== null) return row.rating === level ? 'rated' : 'rated-before';
    if (!canRate(row.state)) return 'not-answered';
    if (needsReason(level) && !words.text) return 'reason-required';
    const { reference } = row;
    await transaction
      .insertInto('feedback_event')
      .values({
        id: randomUUID(),
        reference,
        at: now,
        recorded_at: now,
        kind: 'rating',
        state: 'rated',
        text: words.text || null,
        level,
        by: 'person',
        // An answer that is given anew is rated anew.
        update_key: `rating ${round} ${row.state_at}`,
        photo: null,
      })
      .execute();
    await transaction
      .updateTable('feedback_request')
      // The city's clock may be ahead of ours; time goes forward only.
      .set({ state: 'rated', state_at: Math.max(now, row.state_at + 1), rating: level })
      .where('reference', '=', reference)
      .execute();
    await enqueue(transaction, {
      reference,
      kind: 'rating',
      payload: { level, round, ...(words.text && { reason: words.text }) },
      now,
    });
    return 'rated';
  });
}
