/**
 * npm run places -- --osm extract.osm.pbf [--bbox w,s,e,n] | --csv list.csv --datum gcj02 [--columns name=单位,…] | --geojson list.geojson --datum wgs84
 *   -o content/services/list.geojson: service points of the fifteen-minute circle from OpenStreetMap or from a city's own list.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { cityBounds } from '../lib/geo/city';
import type { Datum } from '../lib/geo/datum';
import { type Bounds, containsPosition } from '../lib/geo/position';
import { importCsv, importGeoJson } from '../lib/places/server/import-list';
import { importOsmServices } from '../lib/places/server/import-osm-services';
import { countKept } from '../lib/places/server/kept-services';
import { ServiceImportError } from '../lib/places/server/service-import-error';
import type { ServiceFeature } from '../lib/places/service';
import { NetworkImportError } from '../lib/routing/server/network-import-error';
import { readOptions, stop } from './read-options';

const usage = `npm run places -- --osm extract.osm.pbf [--bbox west,south,east,north] -o out.geojson
npm run places -- --csv list.csv --datum wgs84|gcj02|bd09 [--columns name=单位,lng=经度] -o out.geojson
npm run places -- --geojson list.geojson --datum wgs84|gcj02|bd09 -o out.geojson`;

const {
  values: { osm, csv, geojson, datum, columns, bbox, output },
} = readOptions(
  {
    osm: { type: 'string' },
    csv: { type: 'string' },
    geojson: { type: 'string' },
    datum: { type: 'string' },
    columns: { type: 'string' },
    bbox: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  usage,
);
if (!output || [osm, csv, geojson].filter(Boolean).length !== 1) stop(usage);
const today = new Date().toISOString().slice(0, 10);

/** A list says nothing of its datum, and a wrong guess puts everything half a kilometre off. */
function readDatum(): Datum {
  const known = (['wgs84', 'gcj02', 'bd09'] as const).find((candidate) => candidate === datum);
  return known ?? stop(`--datum ${datum ?? ''}: wgs84, gcj02 or bd09 has to be named\n${usage}`);
}

function readBounds(text: string): Bounds {
  const numbers = text.split(',').map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  if (numbers.length !== 4 || !(west < east && south < north))
    stop(`--bbox ${text}: west,south,east,north in degrees are wanted`);
  return [west, south, east, north];
}

async function importAll(): Promise<{ features: ServiceFeature[]; report: object }> {
  if (osm) {
    const isTerminal = process.stderr.isTTY;
    let last = '';
    const imported = await importOsmServices({
      file: osm,
      today,
      ...(bbox && { bbox: readBounds(bbox) }),
      onProgress: (step, share) => {
        if (isTerminal) process.stderr.write(`\r${step} ${Math.round(share * 100)} %   `);
        else if (step !== last) console.error(`${step} ...`);
        last = step;
      },
    });
    if (isTerminal) process.stderr.write('\n');
    return imported;
  }
  const list = {
    file: csv ?? geojson ?? '',
    datum: readDatum(),
    today,
    columns: Object.fromEntries(
      (columns ?? '').split(',').flatMap((pair) => {
        const [ours, theirs] = pair.split('=');
        return ours && theirs ? [[ours.trim(), theirs.trim()]] : [];
      }),
    ),
  };
  const { features, skipped } = await (csv ? importCsv(list) : importGeoJson(list));
  // The features of a collection are not its lines.
  const place = (number: number) => (csv ? `:${number}` : `, feature ${number}`);
  for (const { line, reason } of skipped) console.error(`${list.file}${place(line)}: left out: ${reason}`);
  return { features, report: { ...countKept(features), dropped: skipped.length } };
}

try {
  const { features, report } = await importAll();
  if (features.length === 0) stop('Nothing to keep: nothing is written.');
  // One feature a line: what an import changes can be read in a diff. Written beside and moved: nobody ever finds half a file.
  const text = `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
  const partial = `${output}.partial`;
  try {
    await writeFile(partial, text);
    await rename(partial, output);
  } catch (error) {
    await rm(partial, { force: true });
    stop(`${output} cannot be written: ${(error as Error).message}`);
  }
  console.log(JSON.stringify(report, undefined, 2));
  const outside = features.filter(
    ({ geometry }) => !containsPosition(cityBounds, geometry.coordinates),
  ).length;
  if (outside > 0)
    console.error(
      `${outside} lie outside the city, where content:check refuses them: --bbox ${cityBounds.join()}`,
    );
} catch (error) {
  if (error instanceof ServiceImportError || error instanceof NetworkImportError) stop(error.message);
  throw error;
}
