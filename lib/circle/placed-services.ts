import type { CostModel } from '@/lib/routing/cost';
import type { Router } from '@/lib/routing/router';
import type { Search, Snap } from '@/lib/routing/search';
import type { SnappedPoint } from '@/lib/routing/snap';
import type { CircleService } from './circle';

/** Services put on the network: for each the ways it can be entered from, or none within reach. */
export interface PlacedServices {
  services: readonly CircleService[];
  sides: readonly (readonly SnappedPoint[])[];
}

/** A service farther from any way than this is on none. */
const REACH_METERS = 150;
/** A door may face any street about as near as the nearest; the same for everybody, so that a tighter limit never gains. */
export const SIDE_METERS = 25;

const placedBefore = new WeakMap<Router, WeakMap<CircleService, readonly SnappedPoint[]>>();

/** Puts services on the nearest way anybody can stand on; each is looked for once per network. */
export function placeServices(router: Router, services: readonly CircleService[]): PlacedServices {
  let known = placedBefore.get(router);
  if (!known) {
    known = new WeakMap();
    placedBefore.set(router, known);
  }
  const sides = services.map((service) => {
    const before = known.get(service);
    if (before) return before;
    const found = router.sides(service.position, REACH_METERS, SIDE_METERS);
    known.set(service, found);
    return found;
  });
  return { services, sides };
}

/** How far services are, and by which of their sides; nothing where one is not reached. */
export interface ServiceTimes {
  seconds: Float64Array;
  entries: readonly (SnappedPoint | undefined)[];
}

/** Times from the start of the last exploration to each service, or back to it with `reverse`; Infinity where it is not reached. */
export function timesToServices(
  search: Search,
  { sides }: PlacedServices,
  start: Snap,
  model: CostModel,
  reverse: boolean,
): ServiceTimes {
  const { edgeFrom, edgeTo } = search.network;
  /** The slot taken between a service and an end of its edge, and the share of it. */
  const along = (edge: number, fraction: number, isFromEnd: boolean) => {
    const share = isFromEnd ? fraction : 1 - fraction;
    // Going out the way is entered at that end, coming back it is left there.
    const isBackward = isFromEnd === reverse;
    return { slot: edge * 2 + (isBackward ? 1 : 0), share };
  };
  const timeOf = (slot: number, share: number, clock: number) => {
    if (share === 0) return clock;
    const isWay = reverse ? model.evaluateBefore(slot, clock, share) : model.evaluate(slot, clock);
    return isWay && model.violations === 0 ? clock + model.seconds * share : Number.POSITIVE_INFINITY;
  };
  const secondsTo = ({ edge, fraction }: Snap) => {
    let best = Number.POSITIVE_INFINITY;
    for (const isFromEnd of [true, false]) {
      const clock = search.secondsAt((isFromEnd ? edgeFrom[edge] : edgeTo[edge]) as number);
      if (!Number.isFinite(clock)) continue;
      const { slot, share } = along(edge, fraction, isFromEnd);
      best = Math.min(best, timeOf(slot, share, clock));
    }
    if (edge === start.edge) {
      const isAhead = fraction >= start.fraction;
      const slot = edge * 2 + (isAhead === reverse ? 1 : 0);
      best = Math.min(best, timeOf(slot, Math.abs(fraction - start.fraction), 0));
    }
    return best;
  };
  const seconds = new Float64Array(sides.length).fill(Number.POSITIVE_INFINITY);
  const entries = sides.map((ways, service) => {
    let entry: SnappedPoint | undefined;
    for (const side of ways) {
      const time = secondsTo(side);
      if (time >= (seconds[service] as number)) continue;
      seconds[service] = time;
      entry = side;
    }
    return entry;
  });
  return { seconds, entries };
}
