import type { Contact } from '../../submission';
import { hashOf, type Store } from '../store';
import { contactPurpose } from '../submit';
import { holdOwnRequest } from './own-request';
import { openContact } from './purposes';

export const consentNames = ['contact', 'publish', 'news'] as const;
export type ConsentName = (typeof consentNames)[number];

/**
 * Takes a consent back, and deletes what was kept only because of it: name, telephone and e-mail once nobody may use them, all but the e-mail when only news
 * are left. What is published is no longer. Returns false for a code nobody knows; taken back twice, it is one.
 */
export function withdraw(
  store: Store,
  { code, consent }: { code: string; consent: ConsentName },
): Promise<boolean> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await holdOwnRequest(transaction, store, code);
    if (!row) {
      const followed = await transaction
        .updateTable('feedback_follower')
        .set({ contact_sealed: null })
        .where('code_hash', '=', hashOf(code))
        .returning('id')
        .executeTakeFirst();
      if (!followed) return false;
      await transaction
        .deleteFrom('feedback_news')
        .where('follower', '=', followed.id)
        .where('channel', '=', 'email')
        .execute();
      return true;
    }
    const { reference } = row;
    if (consent === 'publish') {
      await transaction
        .updateTable('feedback_request')
        .set({ consent_publish: 0, publication: 'none' })
        .where('reference', '=', reference)
        .execute();
      await transaction
        .updateTable('feedback_photo')
        .set({ published: 0, public_bytes: null })
        .where('reference', '=', reference)
        .execute();
      return true;
    }
    const keepsContact = consent !== 'contact' && row.consent_contact === 1;
    const keepsNews = consent !== 'news' && row.consent_news === 1;
    const purpose = contactPurpose(reference);
    const { email } = openContact(store.vault, row.contact_sealed, purpose);
    const onlyEmail: Contact | undefined = email ? { email } : undefined;
    await transaction
      .updateTable('feedback_request')
      .set({
        consent_contact: Number(keepsContact),
        consent_news: Number(keepsNews),
        contact_sealed: keepsContact
          ? row.contact_sealed
          : keepsNews && onlyEmail
            ? store.vault.seal(JSON.stringify(onlyEmail), purpose)
            : null,
      })
      .where('reference', '=', reference)
      .execute();
    if (!keepsNews)
      await transaction
        .deleteFrom('feedback_news')
        .where('reference', '=', reference)
        .where('follower', 'is', null)
        .where('channel', '=', 'email')
        .execute();
    return true;
  });
}
