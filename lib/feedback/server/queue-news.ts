import { randomUUID } from 'node:crypto';
import type { Connection } from './store';

/** Puts down, in the transaction of the event itself, who is to hear of it: the sender and the followers who asked for news, and their browsers. */
export async function queueNews(
  transaction: Connection,
  { reference, event, now }: { reference: string; event: string; now: number },
): Promise<void> {
  const [sender, followers, browsers] = await Promise.all([
    transaction
      .selectFrom('feedback_request')
      .select('reference')
      .where('reference', '=', reference)
      .where('consent_news', '=', 1)
      .where('contact_sealed', 'is not', null)
      .executeTakeFirst(),
    transaction
      .selectFrom('feedback_follower')
      .select('id')
      .where('reference', '=', reference)
      .where('contact_sealed', 'is not', null)
      .execute(),
    transaction
      .selectFrom('feedback_push')
      .select(['id', 'follower'])
      .where('reference', '=', reference)
      .execute(),
  ]);
  const receivers = [
    ...(sender ? [{ channel: 'email' as const, follower: null, push: null }] : []),
    ...followers.map(({ id }) => ({ channel: 'email' as const, follower: id, push: null })),
    ...browsers.map(({ id, follower }) => ({ channel: 'push' as const, follower, push: id })),
  ];
  if (receivers.length === 0) return;
  await transaction
    .insertInto('feedback_news')
    .values(
      receivers.map((receiver) => ({
        id: randomUUID(),
        reference,
        event,
        ...receiver,
        state: 'waiting' as const,
        attempts: 0,
        next_at: now,
        leased_until: null,
        created_at: now,
      })),
    )
    .execute();
}
