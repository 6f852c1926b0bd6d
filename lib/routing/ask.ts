/** A page's whole question to the engine and everything its answer shows, as plain data: asked on the server and in the browser's worker alike. */
import type { LngLat } from '@/lib/geo/position';
import type { CostOptions } from './cost';
import { type HeightPoint, heightsAlong } from './heights';
import { weekMinuteOf } from './opening-hours';
import { noticesOn, type Outage, spansOf } from './outages';
import { nameOf, type WayName } from './packed-network';
import type { Route } from './route';
import { instantOf, type Preference, preferences, profileOf, type RouteQuery } from './route-query';
import type { RouteRequest, RouteResult, Router } from './router';

export interface RouteQuestion {
  query: RouteQuery;
  from: LngLat;
  to: LngLat;
  /** Milliseconds since 1970. */
  now: number;
}

/** What another preference finds. */
export interface OtherWay {
  prefer: Preference;
  route: Route;
}

export interface RouteReply {
  result: RouteResult;
  /** Only beside a way that can be walked, and only where they differ from it and from each other. */
  others: readonly OtherWay[];
  heights: readonly HeightPoint[];
  /** Parts of the way nobody has surveyed may hide what would bar this person. */
  isUnsure: boolean;
  /** Ids of the notices that stand on the way shown. */
  notices: readonly string[];
  /** Names of the ways the ends stand on. */
  streets: { from: WayName | undefined; to: WayName | undefined };
  /** The question's own instant. */
  now: number;
  /** Instants of setting out and arriving; undefined where any time is meant or the way cannot be gone. */
  departs: number | undefined;
  arrives: number | undefined;
  /** Instant from which a way that is closed can be gone; undefined where nobody knows it. */
  opens: number | undefined;
}

/** The route an answer has to show, if any. */
export function routeOf(result: RouteResult): Route | undefined {
  if (result.kind === 'route') return result.route;
  return result.kind === 'barred' || result.kind === 'closed-now' ? result.best : undefined;
}

/** Answers a page's question. Outages are the notices in force, as `toOutages` gives them. */
export function askRoute(router: Router, question: RouteQuestion, outages: readonly Outage[]): RouteReply {
  const { network } = router;
  const { query, now } = question;
  const instant = instantOf(query, now);
  const clock: CostOptions = { outages: spansOf(network, outages, instant) };
  if (query.when === 'arrive') clock.arriveMinute = weekMinuteOf(instant);
  else if (query.when !== 'any') clock.departMinute = weekMinuteOf(instant);

  const request = (prefer: Preference): RouteRequest => ({
    from: question.from,
    to: question.to,
    profile: profileOf({ ...query, prefer }),
    noFare: prefer === 'no-fare',
    ...clock,
  });
  const result = router.findRoute(request(query.prefer));
  const route = routeOf(result);
  const walkMilliseconds = (route?.seconds ?? 0) * 1000;
  const isTimed = result.kind === 'route' && query.when !== 'any';
  const departs = query.when === 'arrive' ? instant - walkMilliseconds : instant;
  const ends = 'from' in result ? result : undefined;
  return {
    result,
    others: result.kind === 'route' ? findOthers(router, query.prefer, request, result.route) : [],
    heights: route && ends ? heightsAlong(network, route.slots, ends.from.fraction, ends.to.fraction) : [],
    isUnsure: route !== undefined && route.unknownMeters >= 5 && !profileOf(query).steps,
    notices: route ? noticesOn(network, outages, route.slots, instant) : [],
    streets: { from: ends && nameOf(network, ends.from.edge), to: ends && nameOf(network, ends.to.edge) },
    now,
    departs: isTimed ? departs : undefined,
    arrives: isTimed ? departs + walkMilliseconds : undefined,
    opens: result.kind === 'closed-now' ? opensAt(result.best, departs) : undefined,
  };
}

/** When the last of what is closed on a way has opened. */
function opensAt({ barriers }: Route, departs: number): number | undefined {
  const instants = barriers.map(
    ({ afterSeconds, opensInMinutes = 0 }) => departs + afterSeconds * 1000 + opensInMinutes * 60_000,
  );
  const last = Math.max(...instants);
  return Number.isFinite(last) ? last : undefined;
}

/** From how many seconds on a way that asks more of a person is worth telling. */
const QUICKER_SECONDS = 60;

function findOthers(
  router: Router,
  shown: Preference,
  request: (prefer: Preference) => RouteRequest,
  route: Route,
): OtherWay[] {
  const seen = new Set([route.slots.join()]);
  return preferences.flatMap((prefer) => {
    if (prefer === shown) return [];
    const result = router.findRoute(request(prefer));
    if (result.kind !== 'route' || seen.has(result.route.slots.join())) return [];
    if (prefer === 'time-only' && result.route.seconds > route.seconds - QUICKER_SECONDS) return [];
    seen.add(result.route.slots.join());
    return [{ prefer, route: result.route }];
  });
}
