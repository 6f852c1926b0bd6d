/** Edits between a query and the beginning of a name: for those who mistype. */

/** Letters that can differ before a word is another word. A Han character says as much as a letter and a half. */
export function allowedEdits(query: string): number {
  const weight = query.length + (query.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  return weight < 4 ? 0 : weight < 8 ? 1 : 2;
}

/** One bit for each letter a text has: what a query has and a name has not must be edited away. */
export function letterBits(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

/** How many bits are set. */
export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The longest query that is compared: its letters are the bits of one number. */
export const LONGEST_TYPO = 31;

/** Where each letter stands in a query, as bits: one number for each of the 65,536 codes, which is faster to ask than a map. */
export type LetterPositions = Int32Array;

/** The positions of a query of at most `LONGEST_TYPO` letters. */
export function letterPositions(query: string): LetterPositions {
  const positions = new Int32Array(1 << 16);
  for (let i = 0; i < query.length; i++) {
    const code = query.charCodeAt(i);
    positions[code] = (positions[code] ?? 0) | (1 << i);
  }
  return positions;
}

export interface Edits {
  /** Letters added, left out, changed or swapped with their neighbour, between the query and the nearest beginning of the text. */
  toStart: number;
  /** The same between the query and the whole text. */
  toWhole: number;
}

/**
 * Edits (optimal string alignment) between a query of `length` letters and `text` from `from` to `to`, exact as far as they are no more than
 * `most`: Hyyrö's bit-parallel column, one step for each letter of the text. https://citeseerx.ist.psu.edu/document?doi=10.1.1.19.7158
 */
export function countEdits(
  positions: LetterPositions,
  length: number,
  text: string,
  from: number,
  to: number,
  most: number,
): Edits {
  const last = 1 << (length - 1);
  let [up, down, diagonal, before] = [-1, 0, 0, 0];
  let distance = length;
  let toStart = distance;
  // Further on no beginning can come nearer.
  const end = Math.min(to, from + length + most);
  for (let i = from; i < end; i++) {
    const here = positions[text.charCodeAt(i)] ?? 0;
    const swapped = ((~diagonal & here) << 1) & before;
    diagonal = swapped | (((here & up) + up) ^ up) | here | down;
    let rises = down | ~(diagonal | up);
    let falls = diagonal & up;
    if (rises & last) distance++;
    if (falls & last) distance--;
    if (distance < toStart) toStart = distance;
    // Each letter brings them nearer by one edit at most.
    if (toStart > most && distance - (end - i - 1) > most) break;
    rises = (rises << 1) | 1;
    falls <<= 1;
    up = falls | ~(diagonal | rises);
    down = rises & diagonal;
    before = here;
  }
  return { toStart, toWhole: end === to ? distance : most + 1 };
}
