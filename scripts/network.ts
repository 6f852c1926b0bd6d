/** Makes a network file for a whole city: see `usage`. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Bounds } from '../lib/geo/position';
import { encodeNetwork } from '../lib/routing/network-file';
import { packNetwork } from '../lib/routing/packed-network';
import { importNetwork } from '../lib/routing/server/import-network';
import { NetworkImportError } from '../lib/routing/server/network-import-error';

const usage =
  'npm run network -- --osm extract.osm.pbf [--gtfs feed.zip] [--dem N29E106.hgt] [--bbox west,south,east,north] -o out.network';

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        osm: { type: 'string' },
        gtfs: { type: 'string' },
        dem: { type: 'string', multiple: true },
        bbox: { type: 'string' },
        output: { type: 'string', short: 'o' },
      },
    }).values;
  } catch (error) {
    return stop(`${(error as Error).message}\n${usage}`);
  }
}

function parseBounds(text: string): Bounds {
  const numbers = text.split(',').map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  if (numbers.length !== 4 || !(west < east && south < north))
    stop(`--bbox ${text}: west,south,east,north in degrees are wanted`);
  return [west, south, east, north];
}

const { osm, gtfs, dem, bbox, output } = readArguments();
if (!osm || !output) stop(usage);

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
    ...(bbox && { bbox: parseBounds(bbox) }),
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
