import type { LngLat } from '@/lib/geo/position';
import type { Route } from './route';
import { type Preference, preferences, profileOf, type RouteQuery } from './route-query';
import type { RouteRequest, Router } from './router';

/** What the engine is asked for a question of the page. */
export function toRouteRequest(
  query: RouteQuery,
  from: LngLat,
  to: LngLat,
  departMinute: number | undefined,
): RouteRequest {
  return { from, to, profile: profileOf(query), noFare: query.prefer === 'no-fare', departMinute };
}

/** The other ways worth knowing: what each other preference finds, where it differs from the way shown and from each other. */
export function findAlternatives(
  router: Router,
  query: RouteQuery,
  request: RouteRequest,
  shown: Route,
): { prefer: Preference; route: Route }[] {
  const seen = new Set([shown.slots.join()]);
  return preferences.flatMap((prefer) => {
    if (prefer === query.prefer) return [];
    const { from, to, departMinute } = request;
    const result = router.findRoute(toRouteRequest({ ...query, prefer }, from, to, departMinute));
    if (result.kind !== 'route' || seen.has(result.route.slots.join())) return [];
    seen.add(result.route.slots.join());
    return [{ prefer, route: result.route }];
  });
}
