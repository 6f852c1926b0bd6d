/** Service points from a city's own list: a table or a GeoJSON collection, in the datum the operator names. */
import path from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Datum } from '@/lib/geo/datum';
import { pointInside } from '@/lib/geo/point-inside';
import type { LngLat } from '@/lib/geo/position';
import type { ServiceFeature } from '../service';
import { columnOf } from './list-words';
import { readListText } from './read-list-text';
import { ServiceImportError } from './service-import-error';
import { type ServiceRow, toServiceFeature } from './service-row';

export interface ImportedServices {
  features: ServiceFeature[];
  /** Rows that were left out, with their line (a table) or number (a collection) and why. */
  skipped: { line: number; reason: string }[];
}

export interface ListOptions {
  file: string;
  datum: Datum;
  /** Columns by our names where the list calls them otherwise: `{ name: '单位' }`. */
  columns?: Readonly<Record<string, string>>;
  /** ISO date of the run. */
  today: string;
}

/** A position of a geometry, whose height is passed over. */
const cornerSchema = z
  .tuple([z.number(), z.number()])
  .rest(z.number())
  .transform(([lng, lat]): LngLat => [lng, lat]);
const polygonSchema = z.array(z.array(cornerSchema));
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: cornerSchema }),
  z.object({ type: z.literal('Polygon'), coordinates: polygonSchema }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygonSchema) }),
]);

interface NumberedRow {
  line: number;
  /** Undefined where its cells cannot be told apart. */
  row: ServiceRow | undefined;
}

interface TableRecord {
  record: string[];
  /** `lines`: the last line of the record. */
  info: { lines: number };
}

function parseTable(text: string, file: string): TableRecord[] {
  try {
    return parse(text, {
      bom: true,
      // What a spreadsheet calls Unicode text.
      delimiter: /^[^,\n]*\t/.test(text) ? '\t' : ',',
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      info: true,
      // The types do not know what `info` makes of the records.
    }) as unknown as TableRecord[];
  } catch (error) {
    throw new ServiceImportError(`${file}: ${(error as CsvError).message}`, { cause: error });
  }
}

/** Reads a table. A bad row is skipped and told; a file without the columns that are needed throws ServiceImportError. */
export async function importCsv(options: ListOptions): Promise<ImportedServices> {
  const records = parseTable(await readListText(options.file), options.file);
  const [{ record: header } = { record: [] as string[] }, ...rows] = records;
  const named = Object.entries(options.columns ?? {});
  const columns = header.map((title) => named.find(([, theirs]) => theirs === title)?.[0] ?? columnOf(title));
  for (const [ours, theirs] of named)
    if (!header.includes(theirs))
      throw new ServiceImportError(
        `${options.file}: no column "${theirs}" for ${ours}; its header is ${header.join(', ')}`,
      );
  const missing = ['category', 'lng', 'lat'].filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new ServiceImportError(
      `${options.file}: no column for ${missing.join(', ')}; its header is ${header.join(', ') || 'empty'}`,
    );
  const numbered = rows.flatMap(({ record: cells }, index): NumberedRow[] =>
    cells.every((cell) => cell === '')
      ? []
      : [
          {
            // A quoted cell may hold lines: a row starts behind the end of the one before.
            line: (records[index]?.info.lines ?? 0) + 1,
            // More cells than the header has: a comma without quotes, and everything behind it is in the wrong column.
            row: cells.slice(header.length).some((cell) => cell !== '')
              ? undefined
              : Object.fromEntries(columns.flatMap((name, at) => (name ? [[name, cells[at] ?? '']] : []))),
          },
        ],
  );
  return collect(numbered, 'line', options);
}

/** Reads a FeatureCollection of points, and of polygons by a point inside. */
export async function importGeoJson(options: ListOptions): Promise<ImportedServices> {
  let data: { features?: unknown };
  try {
    data = JSON.parse((await readListText(options.file)).replace(/^\uFEFF/, '')) as typeof data;
  } catch (error) {
    if (error instanceof ServiceImportError) throw error;
    throw new ServiceImportError(`${options.file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(data?.features)) throw new ServiceImportError(`${options.file} is no FeatureCollection`);
  const named = Object.entries(options.columns ?? {});
  const numbered = data.features.map((feature: unknown, index): NumberedRow => {
    const { properties, geometry } = (feature ?? {}) as {
      properties?: Record<string, unknown> | null;
      geometry?: unknown;
    };
    const [lng, lat] = positionOf(geometry);
    const fields = Object.entries(properties ?? {}).flatMap(([title, value]) => {
      const name = named.find(([, theirs]) => theirs === title)?.[0] ?? columnOf(title);
      // Our own files have their sources as a list.
      const text = Array.isArray(value) ? value.join('\n') : value;
      return name && ['string', 'number'].includes(typeof text) ? [[name, String(text)]] : [];
    });
    return { line: index + 1, row: { ...Object.fromEntries(fields), lng: String(lng), lat: String(lat) } };
  });
  return collect(numbered, 'feature', options);
}

/** A point, or a point inside an outline, in degrees of the list's datum; NaN where there is neither. */
function positionOf(data: unknown): LngLat {
  const geometry = geometrySchema.safeParse(data).data;
  if (geometry?.type === 'Point') return geometry.coordinates;
  const rings = geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.coordinates.flat();
  return pointInside(rings ?? []) ?? [Number.NaN, Number.NaN];
}

function collect(
  rows: readonly NumberedRow[],
  /** What a row is to its list. */
  unit: 'line' | 'feature',
  { file, datum, today }: ListOptions,
): ImportedServices {
  const features: ServiceFeature[] = [];
  const skipped: ImportedServices['skipped'] = [];
  const seen = new Map<string, number>();
  for (const { line, row } of rows) {
    if (!row) {
      skipped.push({ line, reason: 'it has more cells than the header' });
      continue;
    }
    const made = toServiceFeature(row, { datum, today, list: path.basename(file) });
    if ('reason' in made) {
      skipped.push({ line, reason: made.reason });
      continue;
    }
    const { id, category, name } = made.properties;
    const same = [id, `${category} ${name ?? ''} ${made.geometry.coordinates.join()}`];
    const before = same.map((key) => seen.get(key)).find((found) => found !== undefined);
    if (before !== undefined) {
      skipped.push({ line, reason: `the same as ${unit} ${before}` });
      continue;
    }
    for (const key of same) seen.set(key, line);
    features.push(made);
  }
  return { features, skipped };
}
