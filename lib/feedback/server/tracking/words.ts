import { cleanText } from '../../text';

/** Longest reason or reopening, in characters. */
export const WORDS_LIMIT = 800;

/** What somebody wrote beside a rating or a reopening, cleaned; `too-long` says so instead of cutting it. */
export function readWords(
  typed: string,
): { text: string; fault?: never } | { fault: 'too-long'; text?: never } {
  const text = cleanText(typed.slice(0, WORDS_LIMIT * 20));
  return text.length > WORDS_LIMIT ? { fault: 'too-long' } : { text };
}
