/** What is sealed for whom: a seal opens for its own purpose only. */
import type { Vault } from '@/lib/server/vault';
import { type Contact, contactSchema } from '../../submission';
import { codePurpose, contactPurpose } from '../submit';

/** Followers have a code and a contact of their own, sealed for the id of their row. */
export const followerCodePurpose = (id: string) => codePurpose(id);
export const followerContactPurpose = (id: string) => contactPurpose(id);
export const pushPurpose = (id: string) => `push ${id}`;
export const draftPurpose = (id: string) => `draft ${id}`;

/** A sealed contact, read; empty where there is none. */
export const openContact = (vault: Vault, sealed: string | null, purpose: string): Contact =>
  sealed === null ? {} : contactSchema.parse(JSON.parse(vault.open(sealed, purpose)));
