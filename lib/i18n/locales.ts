/** The languages of the portal: one list, from which addresses, messages, content checks and fonts take theirs. */
export const locales = ['zh-CN', 'zh-Hant', 'en', 'ja', 'ko'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'zh-CN';

/** Each language in its own words, for the language switch. */
export const localeNames: Record<Locale, string> = {
  'zh-CN': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
  ja: '日本語',
  ko: '한국어',
};

/** Writing direction, kept beside the list so that a right-to-left language is one line and not a rewrite. */
export const localeDirections: Record<Locale, 'ltr' | 'rtl'> = {
  'zh-CN': 'ltr',
  'zh-Hant': 'ltr',
  en: 'ltr',
  ja: 'ltr',
  ko: 'ltr',
};

/** A text in every language. */
export type Localized = Record<Locale, string>;

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}
