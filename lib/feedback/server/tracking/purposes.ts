/** What is sealed for whom: a seal opens for its own purpose only. */
import type { Vault } from '@/lib/server/vault';
import { type Contact, contactSchema } from '../../submission';

export const pushPurpose = (id: string) => `push ${id}`;

/** A sealed contact, read; empty where there is none. */
export const openContact = (vault: Vault, sealed: string | null, purpose: string): Contact =>
  sealed === null ? {} : contactSchema.parse(JSON.parse(vault.open(sealed, purpose)));
