/** Folding for the search by name: what a person types and what a place is called become comparable. */

/** Another form of a character (traditional, Japanese) -> the simplified one that the index is kept in. */
export type Variants = ReadonlyMap<string, string>;

// Marks that may go (accents, tones), not those that make another kana: か and が are different words.
const marks = /(?![\u3099\u309a])\p{M}/gu;
const words = /\p{Script=Han}+|\p{N}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu;

/**
 * The words of a text without case, accents, width, punctuation, spaces; Han in its simplified form, katakana as hiragana without the long
 * mark, hangul as its letters, so that a syllable half typed is the beginning of the whole one.
 */
export function foldWords(text: string, variants: Variants): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(/ー/g, '')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  return (plain.match(words) ?? []).map((word) =>
    word.replace(/\p{Script=Han}/gu, (character) => variants.get(character) ?? character),
  );
}

/** A name and, where it has some in brackets, its parts: 解放碑（人民解放纪念碑） is found by either. */
export function partsOf(name: string): string[] {
  const parts = name.split(/[()（）]/).map((part) => part.trim());
  return parts.length > 1 ? [name, ...parts.filter((part) => part !== '')] : [name];
}

/** The first consonants of a text in hangul letters, by which Koreans abbreviate: ㅎㅇㄷ. Empty without hangul. */
export const initialConsonants = (letters: string): string => letters.replace(/[^\u1100-\u1112]/g, '');
