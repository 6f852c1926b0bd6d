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
