/** GeoReport v2 on the wire: one document, as JSON or as XML. */
import { XMLBuilder } from 'fast-xml-parser';

export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

export const contentTypes: Record<Format, string> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export type Wire = string | number | boolean | null | readonly Wire[] | { readonly [field: string]: Wire };

/** How the items of a list are called in XML. In JSON (Spark convention) the list is a bare array. */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};

const builder = new XMLBuilder({ format: true, ignoreAttributes: false, processEntities: true });

/** XML 1.0 knows no way to write these, escaped or not; people's words come without them, a backend's may not. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function toElement(name: string, value: Wire): unknown {
  if (typeof value === 'string') return value.replace(unwritable, '');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const item = itemNames[name];
    if (!item) throw new RangeError(`no name for the items of ${name}`);
    return { [item]: value.map((inner: Wire) => toElement(item, inner)) };
  }
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, toElement(field, inner)]));
}

/** A document in one of the two formats; `root` names it in XML. Nothing is an empty element there. */
export function serialise(format: Format, root: string, document: Wire): string {
  if (format === 'json') return JSON.stringify(document);
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    [root]: toElement(root, document),
  });
}
