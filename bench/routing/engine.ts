/** The portal's own engine, case by case. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { CostModel } from '@/lib/routing/cost';
import { toDirections } from '@/lib/routing/directions';
import { decodeNetwork, encodeNetwork } from '@/lib/routing/network-file';
import type { PackedNetwork } from '@/lib/routing/packed-network';
import { profiles } from '@/lib/routing/profiles';
import { findReach, reachPolygon } from '@/lib/routing/reach';
import { Router } from '@/lib/routing/router';
import type { Row } from '../table';
import { measure, type Spread } from './measure';
import { makeQuestions, movedSliders, now, Places, type Question } from './questions';
import { type Graph, timeRow } from './rows';

export const engine = 'YuWalk';
export const QUARTER_SECONDS = 900;
const PLACES = 200;
const MOST_WAY_METERS = 2000;

export interface Rounds {
  queries: number;
  /** For what takes many milliseconds each. */
  slow: number;
}

/** The time from bytes to a router, in a heap of its own. */
async function measureReady(bytes: Uint8Array, count: number): Promise<{ firstMs: number; spread: Spread }> {
  const worker = new Worker(new URL('./ready-worker.ts', import.meta.url), {
    workerData: { bytes, rounds: count },
  });
  const [answer] = await once(worker, 'message');
  await worker.terminate();
  return answer as { firstMs: number; spread: Spread };
}

function answer(router: Router, { from, to, profile }: Question, clock = now) {
  const result = router.findRoute({ from, to, profile, ...clock });
  return 'route' in result ? toDirections(result.route) : 'best' in result ? toDirections(result.best) : [];
}

/** File sizes, and the time from bytes to a router. */
export async function measureFile(network: PackedNetwork, graph: Graph, { slow }: Rounds) {
  const bytes = encodeNetwork(network);
  const gzip = gzipSync(bytes).length;
  const { firstMs, spread } = await measureReady(bytes, slow);
  const sizes: Row[] = [
    { measure: 'file', ...graph, value: Math.round(bytes.length / 1000), unit: 'kB' },
    { measure: 'file, gzip', ...graph, value: Math.round(gzip / 1000), unit: 'kB' },
    {
      measure: 'file, gzip, per 100,000 nodes',
      ...graph,
      value: Math.round((gzip / graph.nodes) * 100),
      unit: 'kB',
    },
  ];
  const note = `the first time ${Math.round(firstMs)} ms; ${slow} rounds in a worker`;
  return {
    router: new Router(decodeNetwork(bytes)),
    sizes,
    rows: [timeRow('ready to answer', engine, graph, spread, note)],
  };
}

/** Routes: the same people again and again, and somebody else each time. */
export async function measureRoutes(router: Router, graph: Graph, questions: readonly Question[]) {
  const moved = questions.map((question, index) => ({
    ...question,
    profile: movedSliders(question.profile, index),
  }));
  const run = (question: Question) => answer(router, question);
  // Ends 2 km apart may take a wheelchair five to join: the bar speaks of the way.
  const short = questions.filter(({ from, to, profile }) => {
    const result = router.findRoute({ from, to, profile, ...now });
    return result.kind === 'route' && result.route.lengthMeters <= MOST_WAY_METERS;
  });
  const arrive = (question: Question) => answer(router, question, { arriveMinute: now.departMinute });
  const note = `${questions.length} questions, eight profiles`;
  const walkers = questions.map((question) => ({ ...question, profile: profiles.walk }));
  const walker = new CostModel(router.network, profiles.walk, now);
  const search = ({ start, end }: Question) => router.search.findPath(start, end, walker);
  return [
    timeRow(
      'route, nodes only',
      engine,
      graph,
      await measure(questions, search),
      'the search alone, a walker',
    ),
    timeRow(
      'route and directions, a walker',
      engine,
      graph,
      await measure(walkers, run),
      'the same questions',
    ),
    timeRow('route and directions', engine, graph, await measure(questions, run), note),
    timeRow(
      'route and directions, ways of up to 2 km',
      engine,
      graph,
      await measure(short, run),
      `${short.length} of these questions, eight profiles`,
    ),
    timeRow('route and directions, another person each time', engine, graph, await measure(moved, run), note),
    timeRow(
      'route and directions, to be there at a time',
      engine,
      graph,
      await measure(questions, arrive),
      note,
    ),
  ];
}

/** Questions a hand-pushed wheelchair has no way for. */
export async function measureBarred(router: Router, graph: Graph, { slow }: Rounds): Promise<Row[]> {
  const questions = makeQuestions(router, slow, 'barred', [profiles.wheelchair]);
  if (questions.length === 0) return [];
  const spread = await measure(questions, (question) => answer(router, question), 5);
  const note = `${questions.length} questions, wheelchair`;
  return [timeRow('barred, with what would open a way', engine, graph, spread, note)];
}

export async function measureReach(router: Router, graph: Graph, { queries }: Rounds): Promise<Row[]> {
  const { network, search } = router;
  const starts = new Places(router, 5).snapped(queries, profiles.walk);
  const model = new CostModel(network, profiles.walk, now);
  const reaches = starts.map((start) => findReach(search, start, model, QUARTER_SECONDS));
  const nodes = reaches.map((reach) => reach.nodes).toSorted((a, b) => a - b);
  const note = `${nodes[nodes.length >> 1]} nodes in the middle`;
  const streets = await measure(starts, (start) => findReach(search, start, model, QUARTER_SECONDS));
  const both = await measure(starts, (start) =>
    reachPolygon(search, findReach(search, start, model, QUARTER_SECONDS)),
  );
  return [
    timeRow('reach of 15 min, streets', engine, graph, streets, note),
    timeRow('reach of 15 min, polygon', engine, graph, both, note),
  ];
}

/** One reverse search from all places at once tells every node its nearest. */
export async function measureNearest(router: Router, graph: Graph, { slow }: Rounds): Promise<Row[]> {
  const model = new CostModel(router.network, profiles.walk, now);
  const places = new Places(router, 7);
  const sets = Array.from({ length: slow }, () => places.snapped(PLACES, profiles.walk));
  const spread = await measure(sets, (set) => router.search.explore(set, model, Infinity, true), 10);
  const note = `${router.search.settled} nodes reached`;
  return [timeRow('nearest of 200 for all nodes', engine, graph, spread, note)];
}
