/** How well a whole network is served: from every node the time to the nearest service of a category, for one profile. */
import { type ServiceCategory, serviceCategories } from '@/lib/places/service';
import { CostModel } from '@/lib/routing/cost';
import { edgeKinds, rideKinds } from '@/lib/routing/network';
import { type ProfileId, profiles } from '@/lib/routing/profiles';
import type { Router } from '@/lib/routing/router';
import type { CircleService } from './circle';
import { placeServices } from './placed-services';

export interface Coverage {
  category: ServiceCategory;
  profile: ProfileId;
  /** Services listed. */
  known: number;
  /** Seconds from each node to the nearest of them; Infinity beyond half an hour. */
  seconds: Float32Array;
}

/** What a table says of a coverage: shares of the network's length in [0, 1]. */
export interface CoverageShares {
  within5: number;
  within10: number;
  within15: number;
}

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
    const seconds = new Float32Array(network.nodeCount).fill(Number.POSITIVE_INFINITY);
    for (const node of search.reachedNodes) seconds[node] = search.secondsAt(node);
    return [{ category, profile, known: listed.length, seconds }];
  });
}

/** Shares of the network's length within 5, 10 and 15 minutes; an edge counts half for each of its ends. Rides are not in it. */
export function sharesOf({ network }: Router, { seconds }: Coverage): CoverageShares {
  let total = 0;
  const within = [300, 600, 900].map(() => 0);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (isRide[network.edgeKind[edge] as number]) continue;
    const meters = network.edgeLength[edge] as number;
    total += meters;
    for (const node of [network.edgeFrom[edge], network.edgeTo[edge]])
      [300, 600, 900].forEach((limit, index) => {
        if ((seconds[node as number] as number) <= limit)
          within[index] = (within[index] as number) + meters / 2;
      });
  }
  const [within5 = 0, within10 = 0, within15 = 0] = within.map((meters) => (total > 0 ? meters / total : 0));
  return { within5, within10, within15 };
}
