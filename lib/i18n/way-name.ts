import type { Locale } from './locales';

/** A way's name for a reader: as it stands on the signs; who may not read those gets the Latin letters beside it, as signs have them, too. */
export function wayName(
  locale: Locale,
  { name, latin }: { name: string | undefined; latin?: string | undefined },
): string | undefined {
  if (!name || !latin || locale.startsWith('zh')) return name;
  if (locale === 'ja') return `${name}（${latin}）`;
  return locale === 'ko' ? `${name}(${latin})` : `${name} (${latin})`;
}
