/** Chinese names by their sound: pinyin in full, by initials, and mixed with characters (jiefangbei, jfb, jfangb, jiefang碑). */
import { letterBits } from './search-typo';

/** A name as characters, each with its readings. What has no reading (a digit) stands for itself. */
export interface SpelledName {
  characters: readonly string[];
  readings: readonly (readonly string[])[];
  /** The first reading of all characters, for typos. */
  joined: string;
  /** One bit for each letter a character or a reading begins with: it rules most names out. */
  firstBits: number;
}

/** Joins folded characters with their readings: `jie fang bei`, one for each Han character; `chao|zhao` where both are heard. */
export function spellName(folded: string, pinyin: readonly string[]): SpelledName {
  const characters = [...folded];
  const readings: (readonly string[])[] = [];
  let next = 0;
  let joined = '';
  let firstBits = 0;
  for (const character of characters) {
    const heard = isHan.test(character) ? readingsOf(pinyin[next++] ?? '') : none;
    readings.push(heard);
    joined += heard[0] ?? character;
    firstBits |= letterBits(character.charAt(0));
    for (const reading of heard) firstBits |= letterBits(reading.charAt(0));
  }
  return { characters, readings, joined, firstBits };
}

const isHan = /\p{Script=Han}/u;
const none: readonly string[] = [];

/** `chao|zhao` as a list; there are a few hundred syllables, and each is read once. */
function readingsOf(syllable: string): readonly string[] {
  const known = readSyllables.get(syllable);
  if (known) return known;
  const list = syllable.split('|').filter(Boolean).flatMap(spellings);
  readSyllables.set(syllable, list);
  return list;
}
const readSyllables = new Map<string, readonly string[]>();

/** ü is typed as v, as u, and in passports as yu. */
const spellings = (syllable: string) =>
  syllable.includes('v') ? [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')] : [syllable];

/** How well a query spells: all syllables in full (the last may be unfinished), one letter each, or some of both. */
export type Spelling = 'full' | 'initials' | 'mixed';

export interface SoundMatch {
  spelling: Spelling;
  /** From the first character of the name. */
  isStart: boolean;
  /** To its last. */
  isWhole: boolean;
}

/*
 * A query is spelled character by character. After each, for every letter of the query reached, bits say how one may have come there: all
 * syllables in full; the same with one letter each (鹅 is e); one letter each, some of them cut; anything else. A walk over ways instead of
 * sets of them would take for ever on a query made for it.
 */
const [FULL, FULL_LETTERS, LETTERS, MIXED] = [1, 2, 4, 8] as const;

/** How one has come to the end of a syllable, by how one came to its beginning. */
function advance(ways: number, isCut: boolean, isLetter: boolean): number {
  if (isLetter && !isCut) return ways;
  if (isLetter) return (ways & (FULL_LETTERS | LETTERS) ? LETTERS : 0) | (ways & (FULL | MIXED) ? MIXED : 0);
  if (isCut) return MIXED;
  return (ways & (FULL | FULL_LETTERS) ? FULL : 0) | (ways & (LETTERS | MIXED) ? MIXED : 0);
}

const spellingOf = (ways: number): Spelling =>
  ways & (FULL | FULL_LETTERS) ? 'full' : ways & LETTERS ? 'initials' : 'mixed';

/** Asks names for the best way a folded query spells a part of them; undefined where it spells none. */
export function soundMatcher(query: string): (name: SpelledName) => SoundMatch | undefined {
  const { length } = query;
  const firstBit = letterBits(query.charAt(0));
  // By position in the query: the ways one came there. Kept between names, because a query is asked of thousands.
  let reached = new Uint8Array(length + 1);
  let next = new Uint8Array(length + 1);

  /** Goes on by one character of a name; the ways to have spelled the whole query with it. */
  function step(character: string, readings: readonly string[]): number {
    next.fill(0);
    for (let from = 0; from < length; from++) {
      const ways = reached[from] ?? 0;
      if (ways === 0) continue;
      const after = from + character.length;
      if (query.startsWith(character, from)) next[after] = (next[after] ?? 0) | advance(ways, false, false);
      for (const reading of readings)
        for (let i = 0; i < reading.length && query.charCodeAt(from + i) === reading.charCodeAt(i); i++) {
          const to = from + i + 1;
          // The last syllable may be still on its way.
          const isCut = i + 1 < reading.length && to < length;
          next[to] = (next[to] ?? 0) | advance(ways, isCut, i === 0);
        }
    }
    [reached, next] = [next, reached];
    return reached[length] ?? 0;
  }

  function matchFrom({ characters, readings }: SpelledName, start: number): SoundMatch | undefined {
    let best: SoundMatch | undefined;
    reached.fill(0);
    reached[0] = FULL_LETTERS;
    for (let at = start; at < characters.length && best?.spelling !== 'full'; at++) {
      const ways = step(characters[at] ?? '', readings[at] ?? []);
      const spelling = ways ? spellingOf(ways) : undefined;
      if (spelling && (!best || spelling === 'full'))
        best = { spelling, isStart: start === 0, isWhole: at === characters.length - 1 };
      if (reached.every((way) => way === 0)) break;
    }
    return best;
  }

  return (name) => {
    if ((name.firstBits & firstBit) === 0) return undefined;
    let best: SoundMatch | undefined;
    // A single letter inside a name says nothing.
    const starts = length < 2 ? 1 : name.characters.length;
    for (let start = 0; start < starts && best?.spelling !== 'full'; start++) {
      const found = canBegin(name, start, query) ? matchFrom(name, start) : undefined;
      if (found && (!best || found.spelling === 'full')) best = found;
    }
    return best;
  };
}

function canBegin({ characters, readings }: SpelledName, at: number, query: string): boolean {
  const first = query.charCodeAt(0);
  if (characters[at]?.charCodeAt(0) === first) return true;
  const heard = readings[at] ?? [];
  for (let i = 0; i < heard.length; i++) if (heard[i]?.charCodeAt(0) === first) return true;
  return false;
}
