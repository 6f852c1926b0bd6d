import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { formatCode, parseCode } from '@/lib/feedback/code';
import { loadStore } from '@/lib/feedback/server/store';
import { findByCode } from '@/lib/feedback/server/tracking/find-by-code';
import { limitLookups } from '@/lib/feedback/server/tracking/limit-lookups';
import type { Tracked } from '@/lib/feedback/tracked';
import type { Locale } from '@/lib/i18n/locales';

/**
 * What the code of an address opens, once per request however often the parts of a page ask. Where it opens nothing the person is led to the form, which
 * says why: a page of its own with status 404 would stay empty where no scripts run.
 */
export const loadTracked = cache(
  async (locale: Locale, typed: string): Promise<{ code: string; tracked: Tracked }> => {
    const text = safeDecode(typed).slice(0, 100);
    const form = (query: string) => redirect(`/${locale}/feedback/track?${query}#problem`);
    const code = parseCode(text);
    if (!code) return form(`code=${encodeURIComponent(text)}`);
    const store = await loadStore();
    const limit = await limitLookups(store, await headers());
    if (limit.seconds > 0) return form(`problem=limited&minutes=${Math.ceil(limit.seconds / 60)}`);
    const tracked = await findByCode(store, code);
    if (tracked) return { code, tracked };
    await limit.miss();
    return form(`problem=unknown&code=${formatCode(code)}`);
  },
);

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
