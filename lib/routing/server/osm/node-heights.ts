/** Heights of network nodes from an elevation model. */
import type { LngLat } from '@/lib/geo/position';
import type { NodeInput } from '../../packed-network';
import type { ElevationModel } from '../elevation';
import type { BuiltNetwork } from './build-network';

/** What an edge says about the ground under its ends. */
export const GROUNDS = { ground: 0, neutral: 1, offGround: 2 } as const;
export type Ground = (typeof GROUNDS)[keyof typeof GROUNDS];

/** Rounds of the interpolation; a bridge has few nodes, and each round halves what is left of the error at worst. */
const ROUNDS = 400;
/** What a network file can hold. */
const MOST_METERS = 3276;
/** Metres under which another round changes nothing worth storing. */
const SETTLED = 0.01;

function setModelled(node: NodeInput, height: number | undefined): void {
  if (height === undefined) return;
  node.elevation = height;
  node.isModelled = true;
}

/**
 * Gives every node on the ground the model's height, and nodes of bridges and tunnels a height between their ends by length along them. What
 * lies only indoors, on a floor above, at a lift or between the stairs of a bridge stays unknown: the model knows the ground alone. Heights that are
 * there (surveyed) are kept; all others are marked.
 */
export function setHeights(
  { nodes, edges, grounds, stacked }: Pick<BuiltNetwork, 'nodes' | 'edges' | 'grounds' | 'stacked'>,
  model: ElevationModel,
): void {
  const sample = (position: LngLat) => {
    const height = model.sample(position);
    return height !== undefined && Math.abs(height) <= MOST_METERS ? height : undefined;
  };
  const touches = new Uint8Array(nodes.length);
  edges.forEach(({ from, to }, index) => {
    const bit = 1 << (grounds[index] as Ground);
    touches[from] = (touches[from] as number) | bit;
    touches[to] = (touches[to] as number) | bit;
  });
  const between = new Map<
    number,
    { height: number | undefined; links: { node: number; weight: number }[] }
  >();
  nodes.forEach((node, index) => {
    if (node.elevation !== undefined || stacked.has(index)) return;
    const touched = touches[index] as number;
    if (touched & (1 << GROUNDS.ground)) setModelled(node, sample(node.position));
    else if (touched & (1 << GROUNDS.offGround)) between.set(index, { height: undefined, links: [] });
  });
  if (between.size === 0) return;
  edges.forEach(({ from, to, lengthMeters }, index) => {
    if (grounds[index] !== GROUNDS.offGround) return;
    const weight = 1 / Math.max(lengthMeters, 0.1);
    between.get(from)?.links.push({ node: to, weight });
    between.get(to)?.links.push({ node: from, weight });
  });
  // Each node settles at the mean of its neighbours weighted by nearness: along a chain, that is the straight line between its ends.
  for (let round = 0; round < ROUNDS; round++) {
    let change = 0;
    for (const place of between.values()) {
      let [sum, weights] = [0, 0];
      for (const { node, weight } of place.links) {
        const other = between.get(node);
        const height = other ? other.height : nodes[node]?.elevation;
        if (height === undefined) continue;
        sum += height * weight;
        weights += weight;
      }
      if (weights === 0) continue;
      const height = sum / weights;
      change = Math.max(change, Math.abs(height - (place.height ?? Infinity)));
      place.height = height;
    }
    if (change < SETTLED) break;
  }
  for (const [index, { height }] of between) {
    const node = nodes[index];
    if (node) setModelled(node, height);
  }
}
