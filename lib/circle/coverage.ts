/** How well a whole network is served: from every node the time to the nearest service of a category, for one profile. */
import type { LngLat } from '@/lib/geo/position';
import { type ServiceCategory, serviceCategories } from '@/lib/places/service';
import { CostModel } from '@/lib/routing/cost';
import { edgeKinds, rideKinds } from '@/lib/routing/network';
import { edgeGeometry } from '@/lib/routing/packed-network';
import { type ProfileId, profiles } from '@/lib/routing/profiles';
import type { Router } from '@/lib/routing/router';
import type { Snap } from '@/lib/routing/search';
import type { CircleService } from './circle';
import { placeServices } from './placed-services';

export interface Coverage {
  category: ServiceCategory;
  profile: ProfileId;
  /** Services listed. */
  known: number;
  /** Seconds from each node to the nearest of them; Infinity beyond half an hour. */
  seconds: Float32Array;
  /** Where they stand on the network; one may have several sides. */
  seeds: readonly Snap[];
}

/** What a table says of a coverage: shares of the network's length in [0, 1]. */
export interface CoverageShares {
  within5: number;
  within10: number;
  within15: number;
}

/** Steps of a map: the most minutes from the middle of a way; `beyond` is more than half an hour, or no way for this person. */
export const coverageSpans = ['within5', 'within10', 'within15', 'within30', 'beyond'] as const;
export type CoverageSpan = (typeof coverageSpans)[number];

const HALF_HOUR = 1800;
const isRide = edgeKinds.map((kind) => rideKinds.includes(kind));

/** Coverage by category, for categories somebody has listed; hours and outages do not count: it is about how the city is built. */
export function coverNetwork(
  router: Router,
  services: readonly CircleService[],
  profile: ProfileId,
): Coverage[] {
  const { network, search } = router;
  const model = new CostModel(network, profiles[profile], {});
  const { sides } = placeServices(router, services);
  return serviceCategories.flatMap((category) => {
    const listed = services.flatMap((service, index) => (service.category === category ? [index] : []));
    if (listed.length === 0) return [];
    const seeds = listed.flatMap((index) => sides[index] ?? []);
    search.explore(seeds, model, HALF_HOUR, true);
    return [{ category, profile, known: listed.length, seconds: search.allSeconds(), seeds }];
  });
}

/**
 * Seconds from the middle of each edge to the nearest service; Infinity where there is none within half an hour, where this person cannot take the edge,
 * and on rides, where nobody stays.
 */
export function secondsFromMiddles({ network }: Router, { profile, seconds, seeds }: Coverage): Float32Array {
  const model = new CostModel(network, profiles[profile], {});
  const ends = [network.edgeTo, network.edgeFrom];
  const middles = Float32Array.from({ length: network.edgeCount }, (_, edge) => {
    if (isRide[network.edgeKind[edge] as number]) return Number.POSITIVE_INFINITY;
    const ways = ends.map((towards, backward) =>
      model.evaluate(2 * edge + backward, 0) && model.violations === 0
        ? model.seconds / 2 + (seconds[towards[edge] as number] as number)
        : Number.POSITIVE_INFINITY,
    );
    return Math.min(...ways);
  });
  // What stands on an edge itself is come to without its ends.
  for (const { edge, fraction } of seeds)
    if (
      !isRide[network.edgeKind[edge] as number] &&
      model.evaluate(2 * edge + (fraction < 0.5 ? 1 : 0), 0) &&
      model.violations === 0
    )
      middles[edge] = Math.min(middles[edge] as number, model.seconds * Math.abs(fraction - 0.5));
  return middles;
}

/** Shares of the length of all ways from whose middle a service is within 5, 10 and 15 minutes. Rides are no ways here. */
export function sharesOf(router: Router, coverage: Coverage): CoverageShares {
  const { network } = router;
  const middles = secondsFromMiddles(router, coverage);
  let total = 0;
  const within = [0, 0, 0];
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (isRide[network.edgeKind[edge] as number]) continue;
    const meters = network.edgeLength[edge] as number;
    total += meters;
    [300, 600, 900].forEach((limit, index) => {
      if ((middles[edge] as number) <= limit) within[index] = (within[index] as number) + meters;
    });
  }
  const [within5 = 0, within10 = 0, within15 = 0] = within.map((meters) => (total > 0 ? meters / total : 0));
  return { within5, within10, within15 };
}

/** The step of a map that so many seconds fall into. */
export function spanOf(seconds: number): CoverageSpan {
  const index = [300, 600, 900, HALF_HOUR].findIndex((most) => seconds <= most);
  return coverageSpans[index] ?? 'beyond';
}

/** A way as a map of the coverage shows it. */
export interface ServedWay {
  kind: CoverageSpan;
  line: LngLat[];
  meters: number;
}

/** All ways but rides, each with the step it falls into: those served best come last, so that they lie on top. */
export function servedWays(router: Router, coverage: Coverage): ServedWay[] {
  const { network } = router;
  const middles = secondsFromMiddles(router, coverage);
  const ways: ServedWay[] = [];
  for (let edge = 0; edge < network.edgeCount; edge++)
    if (!isRide[network.edgeKind[edge] as number])
      ways.push({
        kind: spanOf(middles[edge] as number),
        line: edgeGeometry(network, edge),
        meters: (network.edgeLength[edge] as number) / 10,
      });
  const rank = ({ kind }: ServedWay) => coverageSpans.indexOf(kind);
  return ways.sort((a, b) => rank(b) - rank(a));
}

/** Metres of ways in each step. */
export function metersBySpan(ways: readonly ServedWay[]): Record<CoverageSpan, number> {
  const meters = { within5: 0, within10: 0, within15: 0, within30: 0, beyond: 0 };
  for (const way of ways) meters[way.kind] += way.meters;
  return meters;
}
