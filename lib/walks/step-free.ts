/** Ways around a walk's stairs: between two stops where it climbs, the way that needs no step, as far as the network knows one. */
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { packAuthored } from '@/lib/routing/authored';
import type { Network } from '@/lib/routing/network';
import { edgeGeometry } from '@/lib/routing/packed-network';
import { profileOf } from '@/lib/routing/route-query';
import { Router } from '@/lib/routing/router';
import { isStairs } from './leg';
import { type MeasuredWalk, waypointIndexes } from './measured-walk';

/** More of it than this nobody has surveyed: no way to send a wheelchair by a drawing. */
const MOST_UNKNOWN = 0.2;
/** Stops lie on the network: whoever cannot come nearer than this is not there. */
const STOP_METERS = 10;

const routers = new WeakMap<Network, Router>();
/** The engine over the authored network, made once for it. */
function routerOf(network: Network): Router {
  const kept = routers.get(network);
  if (kept) return kept;
  const { nodes, edges } = network.features;
  const router = new Router(packAuthored(nodes, edges, ''));
  routers.set(network, router);
  return router;
}

/**
 * For every leg of the walk that takes stairs or moving stairs and that a wheelchair can go round: the parts of its way that are not the walk's own,
 * in walking order, WGS-84. Legs without such a way, or with one that is mostly a guess, give nothing.
 */
export function stepFreeWays(network: Network, { walk, measures: { sections } }: MeasuredWalk): LngLat[][] {
  const own = new Set(sections.map(({ edge }) => edge.id));
  const profile = profileOf({ profile: 'wheelchair', changes: {}, prefer: 'quickest', when: 'any' });
  // Sections run from node to node of the line: a stop stands before the section of its own index.
  const stops = waypointIndexes(network, walk);
  const router = routerOf(network);
  return stops.slice(1).flatMap((end, index) => {
    const start = stops[index] ?? 0;
    const climbs = sections.slice(start, end).some(({ edge }) => isStairs(edge.kind));
    const [a, b] = [start, end].map((at) => network.nodes.get(walk.line[at] ?? '')?.position);
    if (!climbs || !a || !b) return [];
    const result = router.findRoute({ from: a, to: b, profile, detourMeters: STOP_METERS });
    if (result.kind !== 'route') return [];
    const { slots, lengthMeters, unknownMeters } = result.route;
    if (unknownMeters > lengthMeters * MOST_UNKNOWN) return [];
    const { network: packed } = router;
    const lines: LngLat[][] = [];
    let open: LngLat[] | undefined;
    slots.forEach((slot, at) => {
      const edge = slot >> 1;
      const line = edgeGeometry(packed, edge);
      if (slot & 1) line.reverse();
      // A stop may have been found at the near end of a way that is not gone.
      const isGone =
        (at > 0 || distanceMeters(a, line[0] as LngLat) < STOP_METERS) &&
        (at < slots.length - 1 || distanceMeters(b, line.at(-1) as LngLat) < STOP_METERS);
      if (!isGone || own.has(packed.strings[packed.edgeId[edge] as number] as string)) open = undefined;
      else if (open) open.push(...line.slice(1));
      else {
        open = line;
        lines.push(line);
      }
    });
    return lines;
  });
}
