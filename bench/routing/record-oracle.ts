/**
 * npx tsx bench/routing/record-oracle.ts: asks Valhalla, an independent router, for the lengths of seeded ways on foot and writes them beside the
 * engine's tests (lib/routing/fixtures/oracle-*.json), which compare the engine's own with them (lib/routing/oracle.test.ts). Run by hand, when an
 * extract or Valhalla's version changes; the peers have to be installed (npm run bench:routing -- --quick does it).
 *
 * Valhalla is asked for the shortest way, whatever it is made of: its pedestrian costing with `shortest`. It answers with the place it put
 * each end, so that the comparison is one of ways and not of ends.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { encodePbf } from '@/lib/routing/fixtures/encode-pbf';
import { makeSeries } from '@/lib/routing/fixtures/networks';
import { readElements } from '@/lib/routing/server/fixtures/read-elements';
import { importOsm } from '@/lib/routing/server/import-osm';
import { buildTiles, type Valhalla } from './peer-valhalla';

const root = path.join(import.meta.dirname, '../..');
const fixtures = path.join(root, 'lib/routing/fixtures');
/** Metres beside a junction that an end may lie, as where people stand. */
const BESIDE = 20;
/** Metres from one end to the other. */
const LEAST = 150;

const sources = [
  { name: 'monaco', file: path.join(root, '../shared/data/monaco-2021.osm.pbf'), pairs: 200 },
  { name: 'quarters', file: path.join(fixtures, 'oracle-quarters.osm'), pairs: 120 },
];

/**
 * Nothing but length counts. Ferries are left out: even here Valhalla reckons them in seconds where everything else is metres, so that it goes 300 m
 * out of its way to take one.
 */
const plain = {
  shortest: true,
  step_penalty: 0,
  elevator_penalty: 0,
  max_hiking_difficulty: 6,
  use_ferry: 0,
};

const valhalla: Valhalla = createRequire(import.meta.url)('@valhallajs/valhallajs');
const { version } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'node_modules/@valhallajs/valhallajs/package.json'), 'utf8'),
) as { version: string };

/** First and last point of a line in Google's encoding with six decimals. */
function endsOf(encoded: string): [LngLat, LngLat] {
  const points: LngLat[] = [];
  let [at, lat, lng] = [0, 0, 0];
  const next = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = encoded.charCodeAt(at++) - 63;
      value |= (byte & 31) << shift;
      shift += 5;
      if (byte < 32) return value & 1 ? ~(value >> 1) : value >> 1;
    }
  };
  while (at < encoded.length) {
    lat += next();
    lng += next();
    points.push([lng / 1e6, lat / 1e6]);
  }
  return [points[0] as LngLat, points.at(-1) as LngLat];
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

for (const { name, file, pairs } of sources) {
  const { nodes } = await importOsm({ file });
  const generated = path.join(import.meta.dirname, 'generated');
  mkdirSync(generated, { recursive: true });
  // Valhalla reads nothing else.
  const pbf = path.join(generated, `oracle-${name}.osm.pbf`);
  if (file.endsWith('.osm')) writeFileSync(pbf, encodePbf(await readElements(file)));
  const tiles = await buildTiles(valhalla, file.endsWith('.osm') ? pbf : file, `oracle-${name}`);
  const actor = new valhalla.Actor(tiles);
  const random = makeSeries(20_261_125);
  const place = (): LngLat => {
    const [lng, lat] = nodes[Math.floor(random() * nodes.length)]?.position ?? [0, 0];
    const [angle, meters] = [2 * Math.PI * random(), BESIDE * Math.sqrt(random())];
    const perLng = 111_195.08 * Math.cos((lat * Math.PI) / 180);
    return [
      round(lng + (meters * Math.cos(angle)) / perLng),
      round(lat + (meters * Math.sin(angle)) / 111_195.08),
    ];
  };
  const answers: { asked: [LngLat, LngLat]; ends: [LngLat, LngLat]; meters: number }[] = [];
  let unanswered = 0;
  while (answers.length < pairs) {
    const asked: [LngLat, LngLat] = [place(), place()];
    if (distanceMeters(...asked) < LEAST) continue;
    const text = await actor
      .route(
        JSON.stringify({
          costing: 'pedestrian',
          costing_options: {
            pedestrian: { ...plain },
          },
          locations: asked.map(([lon, lat]) => ({ lon, lat })),
        }),
      )
      .catch(() => undefined);
    if (text === undefined) {
      if (++unanswered > pairs) throw new Error(`Valhalla finds no ways in ${file}`);
      continue;
    }
    const { trip } = JSON.parse(text) as { trip: { summary: { length: number }; legs: { shape: string }[] } };
    answers.push({
      asked,
      ends: endsOf(trip.legs[0]?.shape ?? ''),
      meters: Math.round(trip.summary.length * 1000),
    });
  }
  const head = {
    about: `Lengths of the shortest ways on foot in ${path.basename(file)}, recorded by bench/routing/record-oracle.ts`,
    router: `@valhallajs/valhallajs ${version}, pedestrian, shortest`,
    licence: name === 'monaco' ? '© OpenStreetMap contributors, ODbL 1.0' : 'CC0: no such place exists',
    unanswered,
    columns: 'from asked for, to asked for, from put at, to put at: longitude, latitude each; metres',
  };
  const rows = answers
    .map(({ asked, ends, meters }) => `    [${[...asked, ...ends].flat().join(', ')}, ${meters}]`)
    .join(',\n');
  const target = path.join(fixtures, `oracle-${name}.json`);
  writeFileSync(
    target,
    `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "ways": [\n${rows}\n  ]\n}\n`,
  );
  console.log(`${path.relative(root, target)}: ${answers.length} ways, ${unanswered} pairs without one`);
}
