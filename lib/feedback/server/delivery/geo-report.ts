/**
 * GeoReport v2 as servers really write it. JSON and XML become the same records: ids, codes and numbers are text (0 is an id, and a long number must not lose
 * its last digits), an empty element is nothing, one item is a list of one, and fields nobody needs are passed over.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

/** What cannot be read as GeoReport: cut off, of another form, or no document at all. */
export class UnreadableError extends Error {}

const lists = new Set(['service', 'request', 'attribute', 'value', 'error', 'endpoint', 'format']);
const xml = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name) => lists.has(name),
});

const readXml = (text: string): unknown => {
  // A parser that forgives a missing end would take half a list for a whole one; entities of a document's own are not needed and can explode.
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) throw new UnreadableError('not XML');
  return xml.parse(text);
};

/** Numbers stay as they are written: an id above 2^53 is still itself. */
const keepNumbers = ((_key: string, value: unknown, context?: { source?: string }) =>
  typeof value === 'number' ? (context?.source ?? String(value)) : value) as (
  key: string,
  value: unknown,
) => unknown;

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text, keepNumbers);
  } catch {
    // The specification's own samples print codes as 001, which is no JSON.
    try {
      return JSON.parse(text.replace(/([:[,]\s*)(0\d+)(?=\s*[,}\]])/g, '$1"$2"'), keepNumbers);
    } catch {
      throw new UnreadableError('not JSON');
    }
  }
};

/** A document by what it looks like: servers send XML as JSON's type and the other way. Throws UnreadableError. */
export function readDocument(body: string): unknown {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (!text) throw new UnreadableError('empty');
  return text.startsWith('<') ? readXml(text) : readJson(text);
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const toArray = (value: unknown): unknown[] | undefined =>
  value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : undefined;

/** The items of a list: a bare array, an array under a name, or elements within elements. Undefined where it is no such list. */
function itemsOf(document: unknown, names: readonly string[], item: string): unknown[] | undefined {
  if (Array.isArray(document)) return document;
  if (!isFields(document)) return undefined;
  const name = names.find((candidate) => candidate in document);
  if (name === undefined) return undefined;
  const inside = document[name];
  return toArray(inside) ?? (isFields(inside) && item in inside ? toArray(inside[item]) : undefined);
}

/** Text of a field; undefined where it is missing, empty or no text. */
const text = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === 'string'
      ? value.trim() || undefined
      : typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : undefined,
  );
const requiredText = text.pipe(z.string());
const flag = (fallback: boolean) =>
  text.transform((value) => (value === undefined ? fallback : /^(true|1|yes)$/i.test(value)));

export const wireServiceSchema = z.object({
  service_code: requiredText,
  service_name: text,
  metadata: flag(false),
  type: text.transform((value) => (value === 'batch' || value === 'blackbox' ? value : 'realtime')),
});
export type WireService = z.infer<typeof wireServiceSchema>;

export const wireAttributeSchema = z.object({
  code: requiredText,
  variable: flag(true),
  required: flag(false),
  datatype: text,
  values: z
    .unknown()
    .optional()
    .transform((value) =>
      (itemsOf({ values: value }, ['values'], 'value') ?? []).flatMap((entry) => {
        const read = z.object({ key: requiredText, name: text }).safeParse(entry);
        return read.success ? [read.data] : [];
      }),
    ),
});
export type WireAttribute = z.infer<typeof wireAttributeSchema>;

export const wireRequestSchema = z.object({
  service_request_id: text,
  token: text,
  status: text.transform((value) => value?.toLowerCase()),
  status_notes: text,
  service_code: text,
  description: text,
  agency_responsible: text,
  service_notice: text,
  requested_datetime: text,
  updated_datetime: text,
  expected_datetime: text,
  media_url: text,
  /** Own words of the exchange folder and the callback. */
  reference: text,
  state: text,
  photo: text,
});
/** One suggestion as a server shows it, with everything it said of it. */
export type WireRequest = z.infer<typeof wireRequestSchema> & { raw: unknown };

export interface WireError {
  code: string;
  description: string;
}

/** Errors of a reply, whatever its HTTP status says; empty where there are none. */
export function readErrors(document: unknown): WireError[] {
  const items = itemsOf(document, ['errors'], 'error') ?? [];
  return items.flatMap((item) => {
    if (!isFields(item) || 'service_request_id' in item || 'token' in item || 'service_code' in item)
      return [];
    const read = z.object({ code: text, description: text }).parse(item);
    return read.code === undefined && read.description === undefined
      ? []
      : [{ code: read.code ?? '', description: read.description ?? '' }];
  });
}

function readList<T>(
  document: unknown,
  names: readonly string[],
  item: string,
  schema: z.ZodType<T>,
): { raw: unknown; value: T }[] {
  const items = itemsOf(document, names, item);
  if (!items) throw new UnreadableError(`no ${names[0]}`);
  if (readErrors(document).length > 0) throw new UnreadableError('errors');
  return items.flatMap((raw) => {
    const read = schema.safeParse(raw);
    // One bad record among good ones is the server's mistake, not a reason to hear of none.
    return read.success ? [{ raw, value: read.data }] : [];
  });
}

/** The services a server offers. Throws UnreadableError. */
export const readServices = (document: unknown): WireService[] =>
  readList(document, ['services'], 'service', wireServiceSchema).map(({ value }) => value);

/** The questions of a service. Throws UnreadableError. */
export function readDefinition(document: unknown): WireAttribute[] {
  const [first] = Array.isArray(document) ? document : [document];
  const definition = isFields(first) && 'service_definition' in first ? first.service_definition : first;
  if (!isFields(definition)) throw new UnreadableError('no service_definition');
  return readList(definition, ['attributes'], 'attribute', wireAttributeSchema).map(({ value }) => value);
}

/** Suggestions: of a list, a single one, or the answer to a new one. Throws UnreadableError. */
export function readRequests(document: unknown): WireRequest[] {
  const single =
    isFields(document) && ('service_request_id' in document || 'token' in document) ? [document] : document;
  return readList(single, ['service_requests', 'requests'], 'request', wireRequestSchema).map(
    ({ raw, value }) => ({ ...value, raw }),
  );
}

/** The GeoReport v2 endpoint of a discovery document, production before test. Throws UnreadableError. */
export function readDiscovery(document: unknown): { url: string; formats: readonly string[] } | undefined {
  const root = isFields(document) ? (document.discovery ?? document.dicovery ?? document) : undefined;
  if (!isFields(root)) throw new UnreadableError('no discovery');
  const endpoints = itemsOf(root, ['endpoints'], 'endpoint') ?? [];
  const schema = z.object({
    specification: text,
    url: requiredText.pipe(z.url({ protocol: /^https?$/ })),
    type: text,
    formats: z
      .unknown()
      .optional()
      .transform((value) => (itemsOf({ formats: value }, ['formats'], 'format') ?? []).map(String)),
  });
  const fitting = endpoints.flatMap((endpoint) => {
    const read = schema.safeParse(endpoint);
    return read.success && /georeport_v2/i.test(read.data.specification ?? '') ? [read.data] : [];
  });
  return fitting.find(({ type }) => type === 'production') ?? fitting[0];
}

/** A date of the wire in milliseconds since 1970; one without a zone is the city's own time. Undefined where it is no date. */
export function readDate(written: string | undefined): number | undefined {
  const [, day, time = '00:00:00', zone = '+08:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      written ?? '',
    ) ?? [];
  const at = day ? Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** A date as the wire wants it: with its zone, without fractions, which some servers refuse. */
export const writeDate = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
