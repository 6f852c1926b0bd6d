/** What people type, made safe to keep and to send: one form of Unicode, no invisible tricks, nothing cut without being told. */

/** Longest description a GeoReport server must take. */
export const DESCRIPTION_LIMIT = 4000;
/** Longest line of text elsewhere. */
export const LINE_LIMIT = 250;

// Control characters but tab and line feed; marks that turn the reading direction; invisible fillers and noncharacters. Joiners stay: emoji need them.
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff]/gu;

/** Text of several lines: NFC, line ends as `\n`, no hidden characters, no more than one empty line together, trimmed. */
export function cleanText(typed: string): string {
  return typed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .toWellFormed()
    .normalize('NFC')
    .replace(hidden, '')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Text of one line. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/g, ' ');
