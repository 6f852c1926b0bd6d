import { type Contact, contactSchema } from '../../submission';
import { contactPurpose } from '../submit';
import type { Desk } from './desk';
import { type Actor, DeskFaultError, perform } from './perform';

/** The contact data of somebody who lets the city use them. Each look is put down. Throws DeskFaultError `not-consented` where there is nothing to be looked at. */
export async function lookAtContact(desk: Desk, actor: Actor, reference: string): Promise<Contact> {
  return perform(desk, actor, 'answer', async ({ transaction, log }) => {
    const row = await transaction
      .selectFrom('feedback_request')
      .select(['contact_sealed', 'consent_contact'])
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!row?.contact_sealed || row.consent_contact !== 1) throw new DeskFaultError('not-consented');
    await log({ action: 'contact-look', reference });
    return contactSchema.parse(
      JSON.parse(desk.store.vault.open(row.contact_sealed, contactPurpose(reference))),
    );
  });
}
