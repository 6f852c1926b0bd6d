/** Puts station insides and streets into one network. */
import { distanceMeters } from '@/lib/geo/position';
import type { EdgeInput, NodeInput } from '../packed-network';
import type { ImportedStations } from './import-gtfs';

/** Metres from an entrance to the street it is taken to open on; farther, the street is another one. */
const MOST_METERS = 30;
/** Degrees of latitude that are surely more. */
const MOST_DEGREES = MOST_METERS / 100_000;

interface Streets {
  nodes: readonly NodeInput[];
  edges: readonly EdgeInput[];
}

/**
 * Joins each entrance to the nearest node of a street or footway within 30 m by a straight line of little confidence. Entrances without one are
 * counted, not joined.
 */
export function joinStations(
  streets: Streets,
  stations: Pick<ImportedStations, 'nodes' | 'edges' | 'entrances'>,
): { nodes: NodeInput[]; edges: EdgeInput[]; unjoined: number } {
  const isOutdoors = new Uint8Array(streets.nodes.length);
  for (const { kind, from, to } of streets.edges)
    if (kind === 'street' || kind === 'footway' || kind === 'sidewalk') isOutdoors[from] = isOutdoors[to] = 1;
  const shift = streets.nodes.length;
  const nodes = [...streets.nodes, ...stations.nodes];
  const edges = [...streets.edges];
  for (const edge of stations.edges) edges.push({ ...edge, from: edge.from + shift, to: edge.to + shift });
  let unjoined = 0;
  for (const entrance of stations.entrances) {
    const { position } = stations.nodes[entrance] as NodeInput;
    let [nearest, least] = [-1, MOST_METERS];
    streets.nodes.forEach((node, index) => {
      if (!isOutdoors[index] || Math.abs(node.position[1] - position[1]) > MOST_DEGREES) return;
      const meters = distanceMeters(node.position, position);
      if (meters <= least) [nearest, least] = [index, meters];
    });
    const street = streets.nodes[nearest];
    if (!street) {
      unjoined++;
      continue;
    }
    edges.push({
      kind: 'footway',
      from: nearest,
      to: entrance + shift,
      geometry: [street.position, position],
      lengthMeters: least,
      direction: 'both',
      confidence: 'poor',
    });
  }
  return { nodes, edges, unjoined };
}
