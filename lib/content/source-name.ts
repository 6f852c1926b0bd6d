/** Sources by names a reader knows. */

/** Sources that are a kind and no page: content says them in English, pages in their own language. Keys of the messages `Sources.kinds`. */
const kinds = {
  'general knowledge': 'generalKnowledge',
  estimate: 'estimate',
  OpenStreetMap: 'openStreetMap',
  'OpenStreetMap street geometry (ODbL)': 'streetGeometry',
  'public map data': 'mapData',
  'public map data (converted from GCJ-02)': 'mapDataConverted',
  'bus stop as a stand-in (converted from GCJ-02)': 'busStop',
} as const;
export type SourceKind = (typeof kinds)[keyof typeof kinds];

export const sourceKindOf = (source: string): SourceKind | undefined =>
  Object.hasOwn(kinds, source) ? kinds[source as keyof typeof kinds] : undefined;

export const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

/** What a source is called: the host of a page, the words of a kind, or what else it says. */
export function sourceName(source: string, wordsOf: (kind: SourceKind) => string): string {
  const kind = sourceKindOf(source);
  if (kind) return wordsOf(kind);
  return isAddress(source) && URL.canParse(source) ? new URL(source).hostname.replace(/^www\./, '') : source;
}

/** Several on one line, each once. */
export const sourceNames = (sources: readonly string[], wordsOf: (kind: SourceKind) => string): string =>
  [...new Set(sources.map((source) => sourceName(source, wordsOf)))].join(' · ');
