import { createRequire } from 'node:module';
import { CostModel } from '@/lib/routing/cost';
import { profiles } from '@/lib/routing/profiles';
import { Search } from '@/lib/routing/search';
import type { Peer, Source } from './peers';
import { now } from './questions';

/** The part of ngraph's interfaces used here: the portal is checked without its packages. */
interface Graph {
  addNode(id: number, data: Spot): void;
  addLink(from: number, to: number, seconds: number): void;
}
interface Spot {
  x: number;
  y: number;
}
interface Node {
  data: Spot;
}
interface Options {
  oriented: boolean;
  distance(from: Node, to: Node, link: { data: number }): number;
  heuristic(from: Node, to: Node): number;
}

/**
 * ngraph.path's A* between nodes. It is given each edge's seconds for a walker ready made, so it neither judges a person's limits nor snaps,
 * nor tells the way.
 */
export function makeNgraphPeer({ network }: Source): Peer {
  const require = createRequire(import.meta.url);
  const createGraph: () => Graph = require('ngraph.graph');
  const { aStar } = require('ngraph.path') as {
    aStar(graph: Graph, options: Options): { find(from: number, to: number): Node[] };
  };
  const { plane } = new Search(network);
  const model = new CostModel(network, profiles.walk, now);
  const graph = createGraph();
  for (let node = 0; node < network.nodeCount; node++)
    graph.addNode(node, { x: plane.x[node] ?? 0, y: plane.y[node] ?? 0 });
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const [from, to] = [network.edgeFrom[edge] ?? 0, network.edgeTo[edge] ?? 0];
    if (model.evaluate(edge * 2, 0) && model.violations === 0) graph.addLink(from, to, model.seconds);
    if (model.evaluate(edge * 2 + 1, 0) && model.violations === 0) graph.addLink(to, from, model.seconds);
  }
  const finder = aStar(graph, {
    oriented: true,
    distance: (_from, _to, { data }) => data,
    heuristic: ({ data: a }, { data: b }) => Math.hypot(a.x - b.x, a.y - b.y) / profiles.walk.metersPerSecond,
  });
  return {
    routeCase: 'route, nodes only',
    note: 'nodes; one fixed profile',
    route: ({ fromNode, toNode }) => finder.find(fromNode, toNode),
    isFound: (answer) => fromNodes(answer) > 0,
  };
}

const fromNodes = (answer: unknown) => (Array.isArray(answer) ? answer.length : 0);
