/** Makes a network file for a whole city: see `usage`. */
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bounds } from '../lib/geo/position';
import { encodeNetwork } from '../lib/routing/network-file';
import { packNetwork } from '../lib/routing/packed-network';
import { importNetwork } from '../lib/routing/server/import-network';
import { NetworkImportError } from '../lib/routing/server/network-import-error';
import { readOptions, stop } from './read-options';

const usage =
  'npm run network -- --osm extract.osm.pbf [--gtfs feed.zip] [--dem N29E106.hgt] [--bbox west,south,east,north] -o out.network';

function parseBounds(text: string): Bounds {
  const numbers = text.split(',').map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (numbers.length !== 4 || !(west < east && south < north && isOnEarth))
    stop(`--bbox ${text}: west,south,east,north in degrees are wanted`);
  return [west, south, east, north];
}

const {
  values: { osm, gtfs, dem, bbox, output },
} = readOptions(
  {
    osm: { type: 'string' },
    gtfs: { type: 'string' },
    dem: { type: 'string', multiple: true },
    bbox: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  usage,
);
if (!osm || !output) stop(usage);

await checkOutput(output, [osm, gtfs ?? [], dem ?? []].flat());

/** First, because an hour of streets must not be lost to a slip in a path, and no extract to the network made of it. */
async function checkOutput(file: string, inputs: readonly string[]) {
  if (inputs.some((input) => path.resolve(input) === path.resolve(file)))
    stop(`${file} is what is read: the network needs a file of its own`);
  const isFolder = await stat(file).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (isFolder) stop(`${file} is a folder`);
  const folder = path.dirname(path.resolve(file));
  await access(folder, constants.W_OK).catch(() => stop(`${folder} is not there or cannot be written to`));
}

const isTerminal = process.stderr.isTTY;
let lastStep = '';
const showProgress = (step: string, share: number) => {
  if (isTerminal) process.stderr.write(`\r${step} ${Math.round(share * 100)} %   `);
  else if (step !== lastStep) console.error(`${step} ...`);
  lastStep = step;
};

try {
  const { nodes, edges, attribution, report } = await importNetwork({
    file: osm,
    gtfs,
    ...(dem && { dem }),
    ...(bbox !== undefined && { bbox: parseBounds(bbox) }),
    onProgress: showProgress,
  });
  if (isTerminal) process.stderr.write('\n');
  const file = encodeNetwork(
    packNetwork(nodes, edges, {
      attribution,
      built: new Date().toISOString().slice(0, 10),
    }),
  );
  // Written beside and moved: nobody ever finds half a file.
  const partial = `${output}.partial`;
  try {
    await writeFile(partial, file);
    await rename(partial, output);
  } catch (error) {
    await rm(partial, { force: true });
    stop(`${output} cannot be written: ${(error as Error).message}`);
  }
  console.log(JSON.stringify(report, undefined, 2));
  console.log(`${output}: ${nodes.length} nodes, ${edges.length} edges, ${file.length} bytes`);
} catch (error) {
  if (error instanceof NetworkImportError) stop(error.message);
  throw error;
}
