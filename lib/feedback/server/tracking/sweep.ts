import { randomUUID } from 'node:crypto';
import { environment } from '@/lib/server/env';
import { sweepRateLimits } from '@/lib/server/rate-limit';
import { queueNews } from '../queue-news';
import type { Store } from '../store';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long things are kept, in days; told in the privacy statement. */
export const retention = {
  /** An answer nobody rated, and a rated one, are closed after this. */
  closeAfter: 30,
  draft: 1,
  sender: 30,
  /** News that went out, or never could. */
  news: 30,
};

export interface Swept {
  closed: number;
  contacts: number;
  drafts: number;
}

/** Closes what was answered and left alone for 30 days, tells whoever asked for news, and counts them. */
async function closeAnswered({ db, isPostgres }: Store, now: number): Promise<number> {
  const before = now - retention.closeAfter * DAY;
  const due = await db
    .selectFrom('feedback_request')
    .select('reference')
    .where('state', 'in', ['answered', 'rated'])
    .where('state_at', '<=', before)
    .execute();
  let count = 0;
  for (const { reference } of due)
    await db.transaction().execute(async (transaction) => {
      const lookUp = transaction
        .selectFrom('feedback_request')
        .select(['state', 'state_at'])
        .where('reference', '=', reference);
      const row = await (isPostgres ? lookUp.forUpdate() : lookUp).executeTakeFirst();
      // The person or the city may have been quicker.
      if (!row || (row.state !== 'answered' && row.state !== 'rated') || row.state_at > before) return;
      const event = randomUUID();
      await transaction
        .insertInto('feedback_event')
        .values({
          id: event,
          reference,
          at: now,
          recorded_at: now,
          kind: 'state',
          state: 'closed',
          text: null,
          level: null,
          by: 'portal',
          update_key: `closed ${row.state_at}`,
          photo: null,
        })
        .execute();
      await transaction
        .updateTable('feedback_request')
        .set({ state: 'closed', state_at: now, closed_at: now })
        .where('reference', '=', reference)
        .execute();
      // Who has rated has done with it.
      if (row.state === 'answered') await queueNews(transaction, { reference, event, now });
      count++;
    });
  return count;
}

/** Deletes contacts, followers' contacts and browsers of what has been closed for long. */
async function forgetContacts({ db }: Store, now: number): Promise<number> {
  const closed = db
    .selectFrom('feedback_request')
    .select('reference')
    .where('state', '=', 'closed')
    .where('closed_at', '<=', now - environment.FEEDBACK_CONTACT_DAYS * DAY);
  const forgotten = await db
    .updateTable('feedback_request')
    .set({ contact_sealed: null, consent_contact: 0, consent_news: 0 })
    .where('contact_sealed', 'is not', null)
    .where('reference', 'in', closed)
    .returning('reference')
    .execute();
  const followers = await db
    .updateTable('feedback_follower')
    .set({ contact_sealed: null })
    .where('contact_sealed', 'is not', null)
    .where('reference', 'in', closed)
    .returning('id')
    .execute();
  await db.deleteFrom('feedback_push').where('reference', 'in', closed).execute();
  return forgotten.length + followers.length;
}

/** Deletes what has been kept long enough, and closes what nobody waits for any more. Running twice, or on two instances at once, does no harm. */
export async function sweep(store: Store, { now = Date.now() }: { now?: number } = {}): Promise<Swept> {
  const { db } = store;
  const closed = await closeAnswered(store, now);
  const contacts = await forgetContacts(store, now);
  const idle = now - retention.draft * DAY;
  const drafts = await db
    .deleteFrom('feedback_draft')
    .where('changed_at', '<', idle)
    .returning('id')
    .execute();
  // Uploaded for nothing.
  await db
    .deleteFrom('feedback_photo')
    .where('reference', 'is', null)
    .where('draft', 'is', null)
    .where('added_at', '<', idle)
    .execute();
  await db
    .deleteFrom('feedback_sender')
    .where('at', '<', now - retention.sender * DAY)
    .execute();
  await sweepRateLimits(db, now);
  await db.deleteFrom('feedback_spent').where('expires_at', '<', now).execute();
  await db
    .deleteFrom('feedback_news')
    .where('state', 'in', ['sent', 'dead'])
    .where('created_at', '<', now - retention.news * DAY)
    .execute();
  return { closed, contacts, drafts: drafts.length };
}
