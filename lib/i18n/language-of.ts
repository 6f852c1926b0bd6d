import type { Locale } from './locales';

/**
 * The language a text is most likely in, by its script, so that it is read aloud by the right voice and set in the right letters. Undefined where nothing tells.
 */
export function languageOf(text: string): Locale | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /\p{Script=Latin}{2}/u.test(text) ? 'en' : undefined;
}
