import type { Vault } from '@/lib/server/vault';

/** Remembers for an hour that this browser said "me too" to a suggestion, the last one. Sealed: the id in it opens a code. */
export const FOLLOW_COOKIE = 'yuwalk-me-too';
export const FOLLOW_SECONDS = 3600;

const purpose = (reference: string) => `me-too cookie ${reference}`;

export const sealFollow = (vault: Vault, reference: string, id: string) => vault.seal(id, purpose(reference));

/** The id of what was kept; undefined for a cookie that is not ours or of another suggestion. */
export function openFollow(vault: Vault, reference: string, sealed: string | undefined): string | undefined {
  if (!sealed || sealed.length > 500) return undefined;
  try {
    return vault.open(sealed, purpose(reference));
  } catch {
    return undefined;
  }
}
