import type { Locale } from './locales';

/** What a way is called: as its signs say, and in Latin letters where those have others. */
export interface WayName {
  name: string | undefined;
  latin?: string | undefined;
}

/** A way's name for a reader: as it stands on the signs; who may not read those gets the Latin letters beside it, as signs have them, too. */
export function wayName(locale: Locale, { name, latin }: WayName): string | undefined {
  if (!name || !latin || locale.startsWith('zh')) return name;
  if (locale === 'ja') return `${name}（${latin}）`;
  return locale === 'ko' ? `${name}(${latin})` : `${name} (${latin})`;
}
