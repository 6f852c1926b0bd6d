/**
 * npm run bench:routing [-- --json] [-- --quick] [-- --osm FILE]: the walking engine on a generated stair city of 100,000 nodes, the same on
 * one of 10,000 and of 1,000,000, and on an OpenStreetMap extract (FILE, or Monaco when ../shared/data has it), beside other routers on the
 * same graphs in the same run. Inputs are made before the clock starts, one process, one query after the other. Other work on the machine
 * shows in the numbers: run it alone.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type PackedNetwork, packNetwork } from '@/lib/routing/packed-network';
import { importOsm } from '@/lib/routing/server/import-osm';
import * as own from './routing/engine';
import { type GridSize, makeGrid } from './routing/grid';
import { installPeers, measurePeers } from './routing/peers';
import { makeQuestions } from './routing/questions';
import type { Graph } from './routing/rows';
import { printRows, type Row } from './table';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, osm: { type: 'string' } },
});
const rounds: own.Rounds = options.quick ? { queries: 200, slow: 20 } : { queries: 1000, slow: 200 };
const built = { attribution: 'bench', built: '2026-11-25' };
const monaco = path.join(import.meta.dirname, '../../shared/data/monaco-2021.osm.pbf');

/** What is going on; never between the rows of `--json`. */
const say = (text: string) => console.error(text);

const rows: Row[] = [];
const sizes: Row[] = [];

/** Every case on one graph, the peers' too. */
async function measureAll(network: PackedNetwork, graph: Graph, osmFile?: string) {
  say(`${graph.graph}: our engine …`);
  const file = await own.measureFile(network, graph, { ...rounds, slow: Math.min(rounds.slow, 50) });
  const { router } = file;
  sizes.push(...file.sizes);
  const questions = makeQuestions(router, rounds.queries, 'route');
  rows.push(
    ...(await own.measureRoutes(router, graph, questions)),
    ...(await own.measureBarred(router, graph, rounds)),
    ...(await own.measureReach(router, graph, rounds)),
    ...(await own.measureNearest(router, graph, rounds)),
    ...file.rows,
  );
  say(`${graph.graph}: the peers …`);
  rows.push(...(await measurePeers({ network, osmFile, graph }, questions)));
}

/** How the engine alone grows with the network: a question of 2 km must not notice. */
async function measureGrowth(size: GridSize) {
  say(`grid of ${size}: our engine …`);
  const graph = { graph: 'grid', nodes: size };
  const { nodes, edges } = makeGrid(size);
  const fewer = { queries: Math.min(rounds.queries, 300), slow: Math.min(rounds.slow, 20) };
  const file = await own.measureFile(packNetwork(nodes, edges, built), graph, fewer);
  sizes.push(...file.sizes);
  rows.push(
    ...(await own.measureRoutes(file.router, graph, makeQuestions(file.router, fewer.queries, 'route'))),
    ...(await own.measureReach(file.router, graph, fewer)),
    ...(await own.measureNearest(file.router, graph, fewer)),
    ...file.rows,
  );
}

async function measureExtract(file: string) {
  say(`${file}: import …`);
  const speeds: number[] = [];
  let imported = await importOsm({ file });
  // The first rounds are slow for want of compiled code; a whole city has none of that, a small extract little else.
  for (let round = 0; round < 10; round++) {
    imported = await importOsm({ file });
    speeds.push(imported.edges.length / imported.report.seconds);
  }
  const network = packNetwork(imported.nodes, imported.edges, built);
  const graph = { graph: path.basename(file).replace(/\.osm(\.pbf)?$/, ''), nodes: network.nodeCount };
  const best = Math.round(speeds.toSorted((a, b) => a - b)[speeds.length >> 1] ?? 0);
  sizes.push({ measure: 'import, walkable edges a second', ...graph, value: best, unit: '1/s' });
  await measureAll(network, graph, file);
}

installPeers(say);
const grid = makeGrid(100_000);
await measureAll(packNetwork(grid.nodes, grid.edges, built), { graph: 'grid', nodes: 100_000 });
await measureGrowth(10_000);
if (!options.quick) await measureGrowth(1_000_000);
const extract = options.osm ?? (existsSync(monaco) ? monaco : undefined);
if (extract) await measureExtract(extract);
else say('no extract: -- --osm FILE measures one');
printRows(rows);
if (!options.json) console.log('');
printRows(sizes);
