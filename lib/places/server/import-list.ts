/** Service points from a city's own list: a table or a GeoJSON collection, in the datum the operator names. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CsvError, parse } from 'csv-parse/sync';
import type { Datum } from '@/lib/geo/datum';
import type { ServiceFeature } from '../service';
import { ServiceImportError } from './service-import-error';
import { columnOf, type ServiceRow, toServiceFeature } from './service-row';

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

/** Text of a file in UTF-8 or, failing that, GB18030. Throws ServiceImportError when it is no text. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new ServiceImportError(`${file} cannot be read: ${error.message}`);
  });
  if (bytes.includes(0)) throw new ServiceImportError(`${file} is no text`);
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  throw new ServiceImportError(`${file} is neither UTF-8 nor GB18030`);
}

interface NumberedRow {
  line: number;
  row: ServiceRow;
}

/** Reads a table. A bad row is skipped and told; a file without the columns that are needed throws ServiceImportError. */
export async function importCsv(options: ListOptions): Promise<ImportedServices> {
  const text = await readText(options.file);
  let records: string[][];
  try {
    records = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch (error) {
    throw new ServiceImportError(`${options.file}: ${(error as CsvError).message}`);
  }
  const [header = [], ...rows] = records;
  const named = Object.entries(options.columns ?? {});
  const columns = header.map((title) => named.find(([, theirs]) => theirs === title)?.[0] ?? columnOf(title));
  const missing = ['category', 'lng', 'lat'].filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new ServiceImportError(
      `${options.file}: no column for ${missing.join(', ')}; its header is ${header.join(', ') || 'empty'}`,
    );
  const numbered = rows.flatMap((cells, index): NumberedRow[] =>
    cells.every((cell) => cell === '')
      ? []
      : [
          {
            line: index + 2,
            row: Object.fromEntries(columns.flatMap((name, at) => (name ? [[name, cells[at] ?? '']] : []))),
          },
        ],
  );
  return collect(numbered, options);
}

/** Reads a FeatureCollection of points, and polygons by the middle of their box. */
export async function importGeoJson(options: ListOptions): Promise<ImportedServices> {
  let data: { features?: unknown };
  try {
    data = JSON.parse(await readText(options.file)) as typeof data;
  } catch (error) {
    if (error instanceof ServiceImportError) throw error;
    throw new ServiceImportError(`${options.file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(data?.features)) throw new ServiceImportError(`${options.file} is no FeatureCollection`);
  const named = Object.entries(options.columns ?? {});
  const numbered = data.features.map((feature: unknown, index): NumberedRow => {
    const { properties, geometry } = (feature ?? {}) as {
      properties?: Record<string, unknown> | null;
      geometry?: { coordinates?: unknown } | null;
    };
    const [lng, lat] = middleOf(geometry?.coordinates);
    const fields = Object.entries(properties ?? {}).flatMap(([title, value]) => {
      const name =
        named.find(([, theirs]) => theirs === title)?.[0] ??
        columnOf(title) ??
        (title === 'kind' ? title : undefined);
      return name && ['string', 'number'].includes(typeof value) ? [[name, String(value)]] : [];
    });
    return { line: index + 1, row: { ...Object.fromEntries(fields), lng: String(lng), lat: String(lat) } };
  });
  return collect(numbered, options);
}

/** Middle of the box around all positions of a geometry; NaN where there are none. */
function middleOf(coordinates: unknown): [number, number] {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) return;
    const [x, y] = part as unknown[];
    if (typeof x === 'number' && typeof y === 'number') {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    } else part.forEach(visit);
  };
  visit(coordinates);
  return Number.isFinite(box[0]) ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [Number.NaN, Number.NaN];
}

function collect(rows: readonly NumberedRow[], { file, datum, today }: ListOptions): ImportedServices {
  const stem =
    path
      .basename(file)
      .replace(/\.[^.]*$/, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'list';
  const features: ServiceFeature[] = [];
  const skipped: ImportedServices['skipped'] = [];
  const seen = new Map<string, number>();
  for (const { line, row } of rows) {
    const made = toServiceFeature(row, { datum, today, source: path.basename(file), id: `${stem}-${line}` });
    if ('reason' in made) {
      skipped.push({ line, reason: made.reason });
      continue;
    }
    const { id, category, name } = made.properties;
    const same = [id, `${category} ${name ?? ''} ${made.geometry.coordinates.join()}`];
    const before = same.map((key) => seen.get(key)).find((found) => found !== undefined);
    if (before !== undefined) {
      skipped.push({ line, reason: `the same as line ${before}` });
      continue;
    }
    for (const key of same) seen.set(key, line);
    features.push(made);
  }
  return { features, skipped };
}
