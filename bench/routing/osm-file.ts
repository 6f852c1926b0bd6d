import { encodePbf } from '@/lib/routing/fixtures/encode-pbf';
import type { EdgeKind } from '@/lib/routing/network';
import { edgeKinds } from '@/lib/routing/network';
import {
  directions,
  edgeGeometry,
  type PackedNetwork,
  toLngLat,
  UNKNOWN,
} from '@/lib/routing/packed-network';

/** Tags that make an importer see the same kind of way. */
const tagsOfKind: Record<EdgeKind, Record<string, string>> = {
  footway: { highway: 'footway' },
  sidewalk: { highway: 'footway', footway: 'sidewalk' },
  crossing: { highway: 'footway', footway: 'crossing' },
  street: { highway: 'residential' },
  ramp: { highway: 'footway' },
  steps: { highway: 'steps' },
  escalator: { highway: 'steps' },
  moving_walkway: { highway: 'footway', conveying: 'yes' },
  elevator: { highway: 'elevator' },
  cableway: { highway: 'footway' },
  ferry: { route: 'ferry', foot: 'yes' },
  indoor: { highway: 'corridor' },
};

function tagsOf(network: PackedNetwork, edge: number): Map<string, string> {
  const kind = edgeKinds[network.edgeKind[edge] ?? 0] ?? 'footway';
  const tags = new Map(Object.entries(tagsOfKind[kind]));
  const name = network.strings[network.edgeName[edge] ?? 0];
  if (name) tags.set('name', name);
  const steps = network.edgeSteps[edge] ?? UNKNOWN.steps;
  if (kind === 'steps' && steps !== UNKNOWN.steps) tags.set('step_count', String(steps));
  const direction = directions[network.edgeDirection[edge] ?? 0];
  if (kind === 'escalator' && direction && direction !== 'unknown') {
    tags.set('conveying', direction);
    tags.set('oneway:foot', direction === 'backward' ? '-1' : 'yes');
  }
  return tags;
}

/** A packed network of straight edges as an OpenStreetMap extract, for peers that read nothing else. */
export function osmOf(network: PackedNetwork): Buffer {
  return encodePbf({
    nodes: Array.from({ length: network.nodeCount }, (_, node) => {
      const [lng, lat] = toLngLat(network, node);
      return { id: node + 1, lng, lat, tags: new Map() };
    }),
    ways: Array.from({ length: network.edgeCount }, (_, edge) => {
      if (edgeGeometry(network, edge).length > 2) throw new Error('only straight edges can be written');
      const refs = [(network.edgeFrom[edge] ?? 0) + 1, (network.edgeTo[edge] ?? 0) + 1];
      return { id: edge + 1, tags: tagsOf(network, edge), refs };
    }),
  });
}
