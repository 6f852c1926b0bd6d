/**
 * What somebody typed into a form that could not be taken, so that they need not type it again: sealed in a cookie for ten minutes, since the address would
 * show it and the database has no place for it.
 */
import { z } from 'zod';
import { hashOf, type Store } from '@/lib/feedback/server/store';
import { WORDS_LIMIT } from '@/lib/feedback/server/tracking/words';
import { environment } from '@/lib/server/env';

export const WORDS_COOKIE = 'yuwalk-words';
const MINUTES = 10;

const typedSchema = z.object({ text: z.string(), level: z.number().optional() });
export type Typed = z.infer<typeof typedSchema>;

const purposeOf = (code: string) => `typed ${hashOf(code)}`;

/** A Set-Cookie line. Longer words than any form takes are cut: browsers drop cookies of more than 4 KB. */
export function keepTyped({ vault }: Pick<Store, 'vault'>, code: string, { text, level }: Typed): string {
  const typed = { text: text.slice(0, WORDS_LIMIT), ...(level && { level }) };
  const sealed = vault.seal(JSON.stringify(typed), purposeOf(code));
  const secure = environment.SITE_URL.startsWith('https:') ? '; Secure' : '';
  return `${WORDS_COOKIE}=${sealed}; Path=/; Max-Age=${MINUTES * 60}; HttpOnly; SameSite=Strict${secure}`;
}

/** What a cookie holds for this code; undefined for another's, an old or a forged one. */
export function readTyped({ vault }: Pick<Store, 'vault'>, code: string, sealed: string | undefined) {
  if (!sealed) return undefined;
  try {
    return typedSchema.parse(JSON.parse(vault.open(sealed, purposeOf(code))));
  } catch {
    // Nothing is lost but a convenience.
    return undefined;
  }
}
