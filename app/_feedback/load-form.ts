import { loadEndChoices } from '@/app/_ends/load-end-choices';
import { loadContent } from '@/lib/content/server/load-content';
import { toLocalKind } from '@/lib/feedback/local-kind';
import type { Locale } from '@/lib/i18n/locales';

/** What the form asks, and the places it knows by name, in the reader's language. */
export async function loadForm(locale: Locale) {
  const [{ kinds }, { choices }] = await Promise.all([loadContent(), loadEndChoices(locale)]);
  return {
    kinds: kinds.map((kind) => toLocalKind(kind, locale)),
    choices,
    findPlace: (value: string) => choices.find((choice) => choice.value === value),
  };
}
