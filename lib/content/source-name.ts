/** How a source is named where there is no room for its address. */
export const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

/** The host of an address; anything else as it is written. */
export const sourceName = (source: string): string =>
  isAddress(source) && URL.canParse(source) ? new URL(source).hostname.replace(/^www\./, '') : source;

/** Names of many sources, each once. */
export const sourceNames = (sources: readonly string[]): string =>
  [...new Set(sources.map(sourceName))].join(' · ');
