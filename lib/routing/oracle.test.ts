import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { CostModel } from './cost';
import { encodePbf, type TestElements } from './fixtures/encode-pbf';
import { type EdgeInput, packNetwork } from './packed-network';
import { profiles } from './profiles';
import { Router } from './router';
import { readElements } from './server/fixtures/read-elements';
import { importOsm } from './server/import-osm';

/** A way of the oracle: the ends it was asked for, where it put them, and its length. */
interface Way {
  asked: [LngLat, LngLat];
  ends: [LngLat, LngLat];
  meters: number;
}

const fixtures = path.join(import.meta.dirname, 'fixtures');
const sources = {
  monaco: path.join(import.meta.dirname, '../../../shared/data/monaco-2021.osm.pbf'),
  quarters: path.join(fixtures, 'oracle-quarters.osm'),
};

function readWays(name: keyof typeof sources): Way[] {
  const text = readFileSync(path.join(fixtures, `oracle-${name}.json`), 'utf8');
  const { ways } = JSON.parse(text) as { ways: number[][] };
  const place = (row: readonly number[], at: number): LngLat => [row[at] ?? 0, row[at + 1] ?? 0];
  return ways.map((row) => ({
    asked: [place(row, 0), place(row, 2)],
    ends: [place(row, 4), place(row, 6)],
    meters: row[8] ?? 0,
  }));
}

/** Ends further than this from where the oracle put them are on another way, and so is the route. */
const SAME_PLACE_METERS = 2;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'oracle-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An engine that knows of nothing but length: everything is walked alike, and nothing is ridden over water or air. */
async function makePlainRouter(file: string): Promise<Router> {
  const { nodes, edges } = await importOsm({ file });
  const plain = edges
    .filter(({ kind }) => kind !== 'ferry' && kind !== 'cableway')
    .map(
      ({ from, to, lengthMeters, geometry, direction }): EdgeInput => ({
        kind: 'footway',
        from,
        to,
        lengthMeters,
        geometry,
        direction: direction === 'unknown' ? 'both' : direction,
      }),
    );
  return new Router(
    packNetwork(
      nodes.map(({ position }) => ({ position })),
      plain,
      { attribution: '', built: '' },
    ),
  );
}

/** Our lengths over the oracle's, in order, where both stand at the same places; and how many do not. */
function compare(router: Router, ways: readonly Way[]): { ratios: number[]; elsewhere: number } {
  const ratios: number[] = [];
  let elsewhere = 0;
  for (const { ends, meters } of ways) {
    const result = router.findRoute({ from: ends[0], to: ends[1], profile: profiles.walk });
    const isThere =
      result.kind === 'route' && Math.max(result.from.meters, result.to.meters) < SAME_PLACE_METERS;
    if (isThere) ratios.push(result.route.lengthMeters / meters);
    else elsewhere++;
  }
  return { ratios: ratios.sort((a, b) => a - b), elsewhere };
}

/** Share of ratios that are at most this far from 1. */
const within = (ratios: readonly number[], off: number) =>
  ratios.filter((ratio) => Math.abs(ratio - 1) <= off).length / ratios.length;

/** The file with the oracle's rules written into it: no squares, and private ways open. */
async function withItsRules(file: string): Promise<string> {
  const elements: TestElements = await readElements(file);
  const open = ({ tags }: { tags: ReadonlyMap<string, string> }) =>
    new Map(
      [...tags].map(([key, value]) => [
        key,
        /^(foot|access)$/.test(key) && value === 'private' ? 'yes' : value,
      ]),
    );
  const target = path.join(folder, `${path.basename(file)}.pbf`);
  await writeFile(
    target,
    encodePbf({
      nodes: elements.nodes.map((node) => ({ ...node, tags: open(node) })),
      ways: elements.ways
        .filter(({ tags }) => tags.get('area') !== 'yes')
        .map((way) => ({ ...way, tags: open(way) })),
    }),
  );
  return target;
}

interface Case {
  name: keyof typeof sources;
  title: string;
  /** Of our lengths by our own rules: at least this share within 5 %, and all between these ratios. */
  own: { within5: number; least: number; most: number };
}
const cases: Case[] = [
  {
    name: 'monaco',
    title: 'Monaco (skipped without ../shared/data)',
    own: { within5: 0.95, least: 0.92, most: 1.4 },
  },
  // A town of three places, one of them the square in its middle: every seventh way is much shorter over it.
  { name: 'quarters', title: 'a town made up', own: { within5: 0.84, least: 0.47, most: 1.006 } },
];

/*
 * Valhalla (bench/routing/record-oracle.ts) has read the same files with code we know nothing of. By our own rules most lengths agree; what does not, has
 * been followed edge by edge to these causes, and to no other:
 *
 * - Squares. Valhalla throws away every area (`area=yes`), outline and all; we walk across. In Monaco that makes thirteen of 200 ways 2 to 8 % shorter,
 *   over Place d'Armes, Place du Palais, Promenade Honoré II and Allée Lazare Sauvaigo; in the made-up town up to half.
 * - Private ways. Valhalla walks on `access=private` and `foot=private`; we send nobody there. One service road in Monaco (way 317925727) makes five
 *   ways 6 to 38 % longer, and three ends lie on such ways.
 * - Islands. One end lies in a tunnel that only private ways join with the town: we take the nearest street that leads anywhere.
 *
 * With those two rules of Valhalla written into the file there is nothing left but rounding (Valhalla adds up lengths of edges in whole metres). So
 * search, snapping, lengths, one-way footways, bridges, lifts and stairs are checked here; rules and times are not.
 */
describe.each(cases)('ways beside those of another router: $title', ({ name, own }) => {
  const file = sources[name];
  const ways = readWays(name);

  test.skipIf(!existsSync(file))('by our own rules nearly all agree', async () => {
    const { ratios, elsewhere } = compare(await makePlainRouter(file), ways);
    expect(elsewhere / ways.length).toBeLessThanOrEqual(0.02);
    expect(within(ratios, 0.05)).toBeGreaterThanOrEqual(own.within5);
    expect(ratios[0]).toBeGreaterThan(own.least);
    expect(ratios.at(-1)).toBeLessThan(own.most);
  });

  test.skipIf(!existsSync(file))(
    'by its rules all agree, and nobody is put farther off than it puts them',
    async () => {
      const router = await makePlainRouter(await withItsRules(file));
      const { ratios, elsewhere } = compare(router, ways);
      expect(elsewhere).toBe(0);
      expect(ratios[0]).toBeGreaterThan(0.985);
      expect(ratios.at(-1)).toBeLessThan(1.015);
      expect(within(ratios, 0.01)).toBeGreaterThanOrEqual(0.98);
      const model = new CostModel(router.network, profiles.walk);
      const farther = ways.flatMap(({ asked, ends }) =>
        asked.map(
          (place, at) =>
            (router.snap(place, model)?.meters ?? Infinity) - distanceMeters(place, ends[at] as LngLat),
        ),
      );
      expect(Math.max(...farther)).toBeLessThan(0.2);
    },
  );
});
