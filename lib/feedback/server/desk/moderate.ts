import type { RefusalReason } from '../../desk';
import type { Desk } from './desk';
import { type Actor, DeskFaultError, perform } from './perform';

/** Publishes a suggestion whose sender lets it be published, or refuses to; both can be changed later. Its photos are decided one by one. */
export async function setPublication(
  desk: Desk,
  actor: Actor,
  reference: string,
  decision: { publish: true } | { publish: false; reason: RefusalReason },
): Promise<void> {
  await perform(desk, actor, 'moderate', async ({ transaction, log }) => {
    const changed = await transaction
      .updateTable('feedback_request')
      .set({ publication: decision.publish ? 'published' : 'refused' })
      .where('reference', '=', reference)
      .where('consent_publish', '=', 1)
      .returning('reference')
      .executeTakeFirst();
    if (!changed) throw new DeskFaultError('not-consented');
    await log(
      decision.publish
        ? { action: 'publish', reference }
        : { action: 'refuse', reference, detail: { reason: decision.reason } },
    );
  });
}
