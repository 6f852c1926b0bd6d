import { type Contact, contactSchema } from '../../submission';
import { contactPurpose } from '../submit';
import type { Desk } from './desk';
import { checkPass, makePass } from './pass';
import { type Actor, allow, DeskFaultError, perform } from './perform';

const passFor = (reference: string) => `contact ${reference}`;

/**
 * Asks to see the contact data of somebody who lets the city use them. The look is put down; the pass opens them for five minutes (readContact). Throws
 * DeskFaultError `not-consented` where there is nothing to be looked at.
 */
export async function lookAtContact(desk: Desk, actor: Actor, reference: string): Promise<string> {
  return perform(desk, actor, 'answer', async ({ transaction, log }) => {
    const row = await transaction
      .selectFrom('feedback_request')
      .select(['contact_sealed', 'consent_contact'])
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!row?.contact_sealed || row.consent_contact !== 1) throw new DeskFaultError('not-consented');
    await log({ action: 'contact-look', reference });
    return makePass(desk, actor.id, passFor(reference));
  });
}

/** The contact data, for whoever has a pass; undefined without, or where they are gone meanwhile. */
export async function readContact(
  desk: Desk,
  actor: Actor,
  { reference, pass }: { reference: string; pass: string },
): Promise<Contact | undefined> {
  allow(actor, 'answer');
  if (!checkPass(desk, actor.id, passFor(reference), pass)) return undefined;
  const row = await desk.db
    .selectFrom('feedback_request')
    .select('contact_sealed')
    .where('reference', '=', reference)
    .where('consent_contact', '=', 1)
    .executeTakeFirst();
  if (!row?.contact_sealed) return undefined;
  return contactSchema.parse(
    JSON.parse(desk.store.vault.open(row.contact_sealed, contactPurpose(reference))),
  );
}
