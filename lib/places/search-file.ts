/** The search as a file: entries as rows without field names, which compress well, and the other forms of their characters. */
import { makeSearchIndex, type SearchEntry, type SearchIndex, type SearchKind, searchKinds } from './search';
import { foldWords } from './search-text';

/** `[kind, id, name, detail, lng, lat, ...terms]`; a term is its text, after a tab its pinyin; no text stands for the name. */
type Row = [kind: number, id: string, name: string, detail: string, lng: number, lat: number, ...string[]];

export interface SearchFile {
  /** Pairs of characters: another form, then the simplified one. */
  variants: string;
  rows: Row[];
}

const toVariants = (pairs: string) =>
  new Map((pairs.match(/../gsu) ?? []).map((pair) => [...pair] as [string, string]));

/** Five decimals are a metre. */
const short = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** Packs entries for a file. Terms that say the same when folded are left out: 朝天門 is 朝天门. */
export function packSearch(entries: readonly SearchEntry[], variants: string): SearchFile {
  const map = toVariants(variants);
  const keyOf = (text: string) => foldWords(text, map).join('');
  const rows = entries.map(({ kind, id, name, detail, position: [lng, lat], terms }): Row => {
    const known = new Set([keyOf(name)]);
    const texts = terms.flatMap(({ text, pinyin }) => {
      const key = keyOf(text);
      if (known.has(key) && !pinyin) return [];
      known.add(key);
      return `${text === name ? '' : text}${pinyin ? `\t${pinyin}` : ''}`;
    });
    return [searchKinds.indexOf(kind), id, name, detail ?? '', short(lng), short(lat), ...texts];
  });
  return { variants, rows };
}

/** Makes the index of a file that `packSearch` wrote. Throws TypeError when it is something else. */
export function readSearchFile(file: unknown): SearchIndex {
  const { variants, rows } = file as Partial<SearchFile>;
  if (typeof variants !== 'string' || !Array.isArray(rows)) throw new TypeError('no search file');
  const entries = rows.map(([kind, id, name, detail, lng, lat, ...terms]): SearchEntry => {
    const entry = {
      kind: searchKinds[kind] as SearchKind,
      id,
      name,
      position: [lng, lat] as const,
      terms: terms.map((term) => {
        const [text = '', pinyin] = term.split('\t');
        return { text: text || name, ...(pinyin && { pinyin }) };
      }),
    };
    return detail ? { ...entry, detail } : entry;
  });
  return makeSearchIndex(entries, toVariants(variants));
}
