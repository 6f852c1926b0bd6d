import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { parseCode } from '@/lib/feedback/code';
import { loadStore } from '@/lib/feedback/server/store';
import { findByCode } from '@/lib/feedback/server/tracking/find-by-code';
import { limitLookups } from '@/lib/feedback/server/tracking/limit-lookups';
import type { Tracked } from '@/lib/feedback/tracked';
import type { Locale } from '@/lib/i18n/locales';

/** What the code of an address opens; `limited`: too many that open nothing came from there. */
export type Loaded = { code: string; tracked: Tracked } | { missing: true } | { limited: number };

/** Once per request, however often the parts of a page ask. What cannot be a code goes back to the form, which says why. */
export const loadTracked = cache(async (locale: Locale, typed: string): Promise<Loaded> => {
  const text = safeDecode(typed);
  const code = parseCode(text);
  if (!code) redirect(`/${locale}/feedback/track?code=${encodeURIComponent(text.slice(0, 100))}#problem`);
  const store = await loadStore();
  const limit = await limitLookups(store, await headers());
  if (limit.seconds > 0) return { limited: limit.seconds };
  const tracked = await findByCode(store, code);
  if (tracked) return { code, tracked };
  await limit.miss();
  return { missing: true };
});

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
