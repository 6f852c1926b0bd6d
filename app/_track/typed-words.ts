/**
 * What somebody typed into a form that could not be taken, so that they need not type it again: the address would show it, and a cookie has no room for what
 * is too long. It lies sealed among the drafts, which are swept after a day, and is found by a cookie for ten minutes. A code has one such row: however often
 * something far too long is sent, no more than that is kept.
 */
import { z } from 'zod';
import { draftPurpose, makeDraftToken } from '@/lib/feedback/server/drafts';
import { hashOf, type Store } from '@/lib/feedback/server/store';
import { environment } from '@/lib/server/env';

export const WORDS_COOKIE = 'yuwalk-words';
const MINUTES = 10;

const typedSchema = z.object({ text: z.string(), level: z.number().optional() });
export type Typed = z.infer<typeof typedSchema>;
const keptSchema = typedSchema.extend({ token: z.string() });

/** Its row; another code's cookie finds nothing. */
const idOf = (code: string) => hashOf(`words ${code}`);

/** Keeps it and returns a Set-Cookie line. */
export async function keepTyped(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  code: string,
  typed: Typed,
): Promise<string> {
  const token = makeDraftToken();
  const id = idOf(code);
  const sealed = vault.seal(JSON.stringify({ ...typed, token }), draftPurpose(id));
  const changed_at = Date.now();
  await db
    .insertInto('feedback_draft')
    .values({ id, sealed, changed_at, reference: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ sealed, changed_at }))
    .execute();
  const secure = environment.SITE_URL.startsWith('https:') ? '; Secure' : '';
  return `${WORDS_COOKIE}=${token}; Path=/; Max-Age=${MINUTES * 60}; HttpOnly; SameSite=Strict${secure}`;
}

/** What was kept for this code; undefined for another's, an old or a forged cookie. */
export async function readTyped(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  code: string,
  token: string | undefined,
): Promise<Typed | undefined> {
  if (!token || token.length > 64) return undefined;
  const id = idOf(code);
  const row = await db
    .selectFrom('feedback_draft')
    .select('sealed')
    .where('id', '=', id)
    .where('changed_at', '>', Date.now() - MINUTES * 60_000)
    .executeTakeFirst();
  if (!row) return undefined;
  try {
    const kept = keptSchema.parse(JSON.parse(vault.open(row.sealed, draftPurpose(id))));
    return kept.token === token ? kept : undefined;
  } catch {
    // Its key was taken out of the ring: nothing is lost but a convenience, and the page must not fail for it.
    return undefined;
  }
}
