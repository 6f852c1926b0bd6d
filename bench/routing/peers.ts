/** The routers we are measured against: how they are had, and what they have in common. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PackedNetwork } from '@/lib/routing/packed-network';
import type { Row } from '../table';
import { measure } from './measure';
import { makeGeojsonPeer } from './peer-geojson';
import { makeNgraphPeer } from './peer-ngraph';
import { makeValhallaPeer } from './peer-valhalla';
import type { Question } from './questions';
import { type Case, type Graph, missingRow, timeRow } from './rows';

/** A peer with its graph built. It says itself whether it found something. */
export interface Peer {
  /** What its answer holds, for the note of the row. */
  note: string;
  routeCase: Case;
  route(question: Question): unknown;
  isFound(answer: unknown): boolean;
  reach?: (question: Question) => unknown;
}

export interface Source {
  network: PackedNetwork;
  /** The OpenStreetMap extract the network was made from; a generated one is written as one. */
  osmFile: string | undefined;
  graph: Graph;
}

const folder = import.meta.dirname;
const makers = {
  'ngraph.path': makeNgraphPeer,
  'geojson-path-finder': makeGeojsonPeer,
  '@valhallajs/valhallajs': makeValhallaPeer,
} satisfies Record<string, (source: Source) => Peer | Promise<Peer>>;

/** Installs the peers next to their package file; the portal has none of them. What fails shows up peer by peer. */
export function installPeers(say: (text: string) => void) {
  if (existsSync(path.join(folder, 'node_modules'))) return;
  say('installing the peers in bench/routing (npm ci, about 300 MB) …');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) say(`the peers could not be installed: ${stderr.trim().split('\n').at(-1)}`);
}

const reason = (error: unknown) =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

/** Rows of one peer: never an exception, a peer that is not there must not stop the run. */
async function measurePeer(name: keyof typeof makers, source: Source, questions: readonly Question[]) {
  const { graph } = source;
  const rows: Row[] = [];
  let peer: Peer;
  try {
    peer = await makers[name](source);
  } catch (error) {
    return [missingRow('route and directions, a walker', name, graph, reason(error))];
  }
  try {
    let found = 0;
    for (const question of questions) if (peer.isFound(await peer.route(question))) found++;
    const routes = await measure(questions, (question) => peer.route(question));
    rows.push(
      timeRow(peer.routeCase, name, graph, routes, `${found} of ${questions.length} found; ${peer.note}`),
    );
    const { reach } = peer;
    if (reach) rows.push(timeRow('reach of 15 min, polygon', name, graph, await measure(questions, reach)));
    else rows.push(missingRow('reach of 15 min, polygon', name, graph, 'it has none'));
  } catch (error) {
    rows.push(missingRow(peer.routeCase, name, graph, reason(error)));
  }
  return rows;
}

export async function measurePeers(source: Source, questions: readonly Question[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of Object.keys(makers) as (keyof typeof makers)[])
    rows.push(...(await measurePeer(name, source, questions)));
  return rows;
}
