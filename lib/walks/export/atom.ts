import { escapeXml } from './walk-track';

export interface Feed {
  language: string;
  title: string;
  subtitle: string;
  author: string;
  url: string;
  feedUrl: string;
  entries: readonly {
    url: string;
    title: string;
    summary: string /** ISO date, in Shanghai. */;
    updated: string;
  }[];
}

/** Atom 1.0 (RFC 4287). The address of a walk is its id and never changes. */
export function toAtom(feed: Feed): string {
  const instant = (date: string) => `${date}T00:00:00+08:00`;
  const newest =
    feed.entries
      .map(({ updated }) => updated)
      .sort()
      .at(-1) ?? '1970-01-01';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `<id>${escapeXml(feed.feedUrl)}</id><title>${escapeXml(feed.title)}</title><subtitle>${escapeXml(feed.subtitle)}</subtitle>`,
    `<updated>${instant(newest)}</updated><author><name>${escapeXml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.feedUrl)}"/><link rel="alternate" type="text/html" href="${escapeXml(feed.url)}"/>`,
    ...feed.entries.map(
      (entry) =>
        `<entry><id>${escapeXml(entry.url)}</id><title>${escapeXml(entry.title)}</title><updated>${instant(entry.updated)}</updated>` +
        `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/><summary>${escapeXml(entry.summary)}</summary></entry>`,
    ),
    '</feed>',
    '',
  ].join('\n');
}
