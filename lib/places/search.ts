/**
 * Search by name over what the portal knows, in every language at once: as it is written, by sound, by initials, and mistyped. Small enough
 * for a browser, and asked at every letter: one pass over the names of 10,000 places takes a few milliseconds.
 *
 * Why no search library: MiniSearch comes near when it is fed pinyin, initials and single characters as words, but ranks by how rare a word is
 * and not by how well a name fits, and counts two swapped letters as two edits; Fuse.js takes tens to hundreds of milliseconds at each letter;
 * uFuzzy looks at letters only. `npm run bench:search` holds the first two against this.
 */
import type { LngLat } from '@/lib/geo/position';
import { type SpelledName, soundMatcher, spellName } from './search-sound';
import { foldWords, initialConsonants, partsOf, type Variants } from './search-text';
import {
  allowedEdits,
  countBits,
  countEdits,
  LONGEST_TYPO,
  letterBits,
  letterPositions,
} from './search-typo';

/** What can be found; of equally good answers the earlier kind stands first. */
export const searchKinds = ['place', 'station', 'walk', 'service', 'street'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A name by which an entry is found. */
export interface SearchTerm {
  text: string;
  /** For Chinese names: syllables without tones, one for each Han character; `chao|zhao` where both are heard. */
  pinyin?: string;
}

export interface SearchEntry {
  kind: SearchKind;
  id: string;
  /** In the language of the page. */
  name: string;
  /** What tells it from others of its name, in the language of the page. */
  detail?: string;
  position: LngLat;
  /** Its names in all languages. */
  terms: readonly SearchTerm[];
}

/** An entry as it stands in an address: `place.jiefangbei`; a service or a street by its position, for it has no page. */
export function searchValue({ kind, id, position }: SearchEntry): string {
  return kind === 'street' || kind === 'service'
    ? position.map((degrees) => degrees.toFixed(5)).join(',')
    : `${kind}.${id}`;
}

/** How a query fits, best first. */
export const searchMatches = [
  'exact',
  'prefix',
  'word',
  'inside',
  'pinyin',
  'words',
  'initials',
  'mixed',
  'typo',
] as const;
export type SearchMatch = (typeof searchMatches)[number];

export interface SearchHit {
  entry: SearchEntry;
  match: SearchMatch;
}

/** How a key of the index came to be: the name shown, a name in another language, its first consonants in hangul. */
const keyKinds = { own: 0, other: 1, consonants: 2 } as const;
type KeyKind = (typeof keyKinds)[keyof typeof keyKinds];

export interface SearchIndex {
  entries: readonly SearchEntry[];
  variants: Variants;
  /** All keys in one text, each followed by a line break: the engine's own search runs over it once. */
  text: string;
  /** Of each position of the text: whether a word begins there. */
  wordStarts: Uint8Array;
  keyStarts: Int32Array;
  keyEntries: Int32Array;
  keyKinds: Uint8Array;
  keyBits: Int32Array;
  spelled: readonly { entry: number; bits: number; name: SpelledName }[];
}

const noVariants: Variants = new Map();

/** Makes the index: once, a few milliseconds for each thousand entries. */
export function makeSearchIndex(
  entries: readonly SearchEntry[],
  variants: Variants = noVariants,
): SearchIndex {
  const keys: { words: string[]; entry: number; kind: KeyKind }[] = [];
  const spelled: { entry: number; bits: number; name: SpelledName }[] = [];
  entries.forEach(({ name, terms }, entry) => {
    const known = new Set<string>();
    const add = (words: string[], kind: KeyKind) => {
      const key = words.join('');
      if (key === '' || known.has(key)) return;
      known.add(key);
      keys.push({ words, entry, kind });
      const consonants = initialConsonants(key);
      if (consonants.length > 1 && consonants !== key) add([consonants], keyKinds.consonants);
    };
    for (const part of partsOf(name)) add(foldWords(part, variants), keyKinds.own);
    for (const { text, pinyin } of terms) {
      const syllables = pinyin?.split(' ') ?? [];
      for (const part of partsOf(text)) {
        const words = foldWords(part, variants);
        add(words, keyKinds.other);
        const folded = words.join('');
        if (!pinyin || known.has(`sound ${folded}`)) continue;
        known.add(`sound ${folded}`);
        const spelling = spellName(folded, syllables.slice(hanBefore(text, part)));
        spelled.push({ entry, bits: letterBits(spelling.joined), name: spelling });
      }
    }
  });

  const text = `${keys.map(({ words }) => words.join('')).join('\n')}\n`;
  const wordStarts = new Uint8Array(text.length);
  const keyStarts = new Int32Array(keys.length + 1);
  let at = 0;
  keys.forEach(({ words }, key) => {
    keyStarts[key] = at;
    for (const word of words) {
      wordStarts[at] = 1;
      at += word.length;
    }
    at++;
  });
  keyStarts[keys.length] = text.length;
  return {
    entries,
    variants,
    text,
    wordStarts,
    keyStarts,
    keyEntries: Int32Array.from(keys, ({ entry }) => entry),
    keyKinds: Uint8Array.from(keys, ({ kind }) => kind),
    keyBits: Int32Array.from(keys, ({ words }) => letterBits(words.join(''))),
    spelled,
  };
}

/** Han characters of a name before one of its parts. */
const hanBefore = (name: string, part: string) =>
  name.startsWith(part) ? 0 : (name.slice(0, name.indexOf(part)).match(/\p{Script=Han}/gu)?.length ?? 0);

/** Where in a name a query fits: the whole of it, its beginning, the beginning of a word or syllable, anywhere. */
type Fit = 0 | 1 | 2 | 3;
const textMatches = ['exact', 'prefix', 'word', 'inside'] as const;

/** Longest query looked at: a name is never longer, a pasted text may be. */
const LONGEST_QUERY = 80;

/**
 * The entries a text names, best first: at most `limit`. Among equally good ones comes first the order of `searchKinds`, then the name
 * shown before names in other languages, then the shorter name, then the order of the entries. Typos are looked for only where nothing else is found well.
 */
export function search(
  index: SearchIndex,
  text: string,
  { limit = 8 }: { limit?: number } = {},
): SearchHit[] {
  if (limit < 1) return [];
  const hits = searchWords(index, foldQuery(text, index.variants));
  // Here everything is in Chongqing: who says so as well means no other place.
  const here = hits.length > 0 ? text : text.replace(cityName, ' ');
  const answer = here === text ? hits : searchWords(index, foldQuery(here, index.variants));
  return answer.slice(0, limit);
}

const cityName = /重[庆慶]市?|chong\s?qing|충칭/gi;

/** The words of a query. Where a line and a station are written in one, 2号线李子坝, they are two. */
const foldQuery = (text: string, variants: Variants) =>
  foldWords(text.slice(0, LONGEST_QUERY).replace(/\d+\s*[号號][线線]/g, ' $& '), variants);

/** All that the folded words of a query find, best first. */
function searchWords(index: SearchIndex, words: readonly string[]): SearchHit[] {
  const query = words.join('');
  if (query === '') return [];
  const scores = new Float64Array(index.entries.length).fill(Number.POSITIVE_INFINITY);
  scanText(index, query, scores);
  if (words.length > 1) scanWords(index, words, scores);
  if (/[a-z]/.test(query)) scanSounds(index, query, scores);
  // Initials of a part of a name are too little to go by.
  const wellFound = searchMatches.indexOf('initials') * MATCH + FIT;
  if (!scores.some((score) => score < wellFound)) scanTypos(index, query, scores);
  const hits: number[] = [];
  scores.forEach((score, entry) => {
    if (score < Number.POSITIVE_INFINITY) hits.push(entry);
  });
  return hits
    .sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b)
    .map((entry) => ({
      entry: index.entries[entry] as SearchEntry,
      match: searchMatches[matchIndex(scores[entry] ?? 0)] as SearchMatch,
    }));
}

/*
 * A score is one number, so that the best of many fits is kept without an object for each: match, fit, kind, whether the name is another
 * language's, and how many letters the query leaves.
 */
const [MATCH, FIT, KIND, OTHER] = [1 << 15, 1 << 13, 1 << 9, 1 << 8];
const matchIndex = (score: number) => Math.floor(score / MATCH);

function offer(
  { entries }: SearchIndex,
  scores: Float64Array,
  entry: number,
  match: SearchMatch,
  fit: Fit,
  isOther: boolean,
  rest: number,
) {
  const kind = searchKinds.indexOf((entries[entry] as SearchEntry).kind);
  const score =
    searchMatches.indexOf(match) * MATCH +
    fit * FIT +
    kind * KIND +
    (isOther ? OTHER : 0) +
    Math.min(Math.max(rest, 0), OTHER - 1);
  if (score < (scores[entry] ?? 0)) scores[entry] = score;
}

/** Everywhere the query stands in a name as it is written. */
function scanText(index: SearchIndex, query: string, scores: Float64Array) {
  const { text, wordStarts, keyStarts } = index;
  // One Latin or Korean letter inside a word says nothing; one Han character does.
  const isTelling = query.length > 1 || /\p{Script=Han}/u.test(query);
  let key = 0;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
    while ((keyStarts[key + 1] ?? 0) <= at) key++;
    const start = keyStarts[key] ?? 0;
    const length = (keyStarts[key + 1] ?? 0) - 1 - start;
    const fit: Fit = at > start ? (wordStarts[at] === 1 ? 2 : 3) : query.length === length ? 0 : 1;
    if (fit === 3 && !isTelling) continue;
    const kind = index.keyKinds[key];
    const match = kind === keyKinds.consonants ? 'initials' : textMatches[fit];
    offer(
      index,
      scores,
      index.keyEntries[key] ?? 0,
      match,
      fit,
      kind !== keyKinds.own,
      length - query.length,
    );
  }
}

/** Words in any order, each in some name of the entry: "Line 2 Liziba". */
function scanWords(index: SearchIndex, words: readonly string[], scores: Float64Array) {
  const sums = new Float64Array(index.entries.length);
  for (const word of words) {
    const own = new Float64Array(index.entries.length).fill(Number.POSITIVE_INFINITY);
    scanText(index, word, own);
    if (/[a-z]/.test(word)) scanSounds(index, word, own);
    for (let entry = 0; entry < own.length; entry++) {
      const match = matchIndex(own[entry] ?? 0);
      // Single letters of initials would let any two words name anything.
      sums[entry] =
        (sums[entry] ?? 0) + (match <= searchMatches.indexOf('pinyin') ? match : Number.POSITIVE_INFINITY);
    }
  }
  for (let entry = 0; entry < sums.length; entry++) {
    const sum = sums[entry] ?? 0;
    if (Number.isFinite(sum)) offer(index, scores, entry, 'words', 0, false, sum);
  }
}

/** Chinese names that sound as the query is spelled. */
function scanSounds(index: SearchIndex, query: string, scores: Float64Array) {
  const matchSound = soundMatcher(query);
  for (const { entry, name } of index.spelled) {
    const sound = matchSound(name);
    if (!sound) continue;
    const match = sound.spelling === 'full' ? 'pinyin' : sound.spelling;
    const fit: Fit = !sound.isStart ? 2 : sound.isWhole ? 0 : 1;
    offer(index, scores, entry, match, fit, false, name.characters.length);
  }
}

/** Names that begin, or have a word that begins, nearly like the query; Chinese ones by their sound as well. */
function scanTypos(index: SearchIndex, query: string, scores: Float64Array) {
  const most = allowedEdits(query);
  if (most === 0 || query.length > LONGEST_TYPO) return;
  const { text, wordStarts, keyStarts, keyEntries, keyBits } = index;
  const positions = letterPositions(query);
  const bits = letterBits(query);
  const { length } = query;
  const isPossible = (bitsOfName: number) => countBits(bits & ~bitsOfName) <= most;
  const compare = (entry: number, from: number, to: number, of: string, isBeginning: boolean) => {
    const { toStart, toWhole } = countEdits(positions, length, of, from, to, most);
    if (toStart > most) return;
    const isWhole = isBeginning && toWhole === toStart;
    // Fewer edits before all else, then names that end with the query.
    const fit = ((toStart > 1 ? 2 : 0) + (isWhole ? 0 : 1)) as Fit;
    offer(index, scores, entry, 'typo', fit, false, Math.abs(to - from - length));
  };
  for (let key = 0; key < keyEntries.length; key++) {
    if (!isPossible(keyBits[key] ?? 0)) continue;
    const start = keyStarts[key] ?? 0;
    const end = (keyStarts[key + 1] ?? 0) - 1;
    for (let at = start; at < end; at++)
      if (wordStarts[at] === 1) compare(keyEntries[key] ?? 0, at, end, text, at === start);
  }
  for (const { entry, bits: bitsOfName, name } of index.spelled)
    if (isPossible(bitsOfName)) compare(entry, 0, name.joined.length, name.joined, true);
}
