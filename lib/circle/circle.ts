/** The fifteen-minute circle of one person: what they reach, what a healthy walker would reach beside it, what they lose and why. */
import type { LngLat } from '@/lib/geo/position';
import { type ServiceCategory, serviceCategories } from '@/lib/places/service';
import { CostModel, type CostOptions } from '@/lib/routing/cost';
import { edgesById } from '@/lib/routing/edge-ids';
import type { EdgeKind } from '@/lib/routing/network';
import { edgeKinds } from '@/lib/routing/network';
import {
  isOpenAt,
  minutesUntilOpen,
  parseOpeningHours,
  type WeekSpans,
  weekMinuteOf,
} from '@/lib/routing/opening-hours';
import { type Outage, spansOf } from '@/lib/routing/outages';
import { edgeGeometry } from '@/lib/routing/packed-network';
import { profiles } from '@/lib/routing/profiles';
import { findReach, type Reach, reachPolygon } from '@/lib/routing/reach';
import { type Barrier, cutLine, describePath } from '@/lib/routing/route';
import { instantOf, profileOf, type RouteQuery } from '@/lib/routing/route-query';
import type { RouteResult, Router } from '@/lib/routing/router';
import type { SnappedPoint } from '@/lib/routing/snap';
import { areaSquareMeters } from './area';
import { type PlacedServices, placeServices, SIDE_METERS, secondsToServices } from './placed-services';
import { type RideWithoutHours, ridesWithoutHours } from './unknown-hours';

/** A service as the circle needs it; plain data. */
export interface CircleService {
  id: string;
  category: ServiceCategory;
  position: LngLat;
  /** OpenStreetMap opening_hours. */
  openingHours?: string | undefined;
}

export interface CircleQuestion {
  start: LngLat;
  query: Pick<RouteQuery, 'profile' | 'changes' | 'when' | 'minute' | 'date'>;
  minutes: number;
  /** From the start to the services, or from them to the start. */
  direction: 'from' | 'to';
  /** Milliseconds since 1970. */
  now: number;
}

export type CircleReply =
  | { kind: 'outside-area' }
  | { kind: 'off-network'; nearest: SnappedPoint | undefined }
  | {
      kind: 'circle';
      start: SnappedPoint;
      /** Streets reached, cut where the time ends. */
      streets: { kind: EdgeKind; line: LngLat[] }[];
      /** MultiPolygons of what this person reaches, and a healthy walker in the same time at the same hour. */
      area: LngLat[][][];
      walkerArea: LngLat[][][];
      /** Metres of ways within reach. */
      meters: number;
      walkerMeters: number;
      areaSquareMeters: number;
      walkerAreaSquareMeters: number;
      /** Nearest first. */
      services: ReachedService[];
      /** What a healthy walker reaches in the time and this person does not, the walker's nearest first. */
      lost: LostService[];
      /** One row per category, in the order of `serviceCategories`. */
      scores: CategoryScore[];
      /** Ids of notices that take ways out of the walker's reach at some time of the walk. */
      notices: string[];
      /** Lifts and rides within reach that are taken to run at any hour, since nobody knows theirs. */
      unknownHours: RideWithoutHours[];
    };

export interface ReachedService {
  id: string;
  seconds: number;
  /** When one arrives there; undefined where hours are not known, not understood, or any time is meant. */
  isOpen: boolean | undefined;
  /** From arriving; Infinity: never. */
  opensInMinutes: number | undefined;
}

export interface LostService {
  id: string;
  walkerSeconds: number;
  reason:
    | { kind: 'barred'; barriers: readonly Barrier[] }
    | { kind: 'closed'; opensInMinutes: number; barriers: readonly Barrier[] }
    /** `barriers` are those on the walker's way: they make it farther; none, and it is only slower. */
    | { kind: 'farther'; seconds: number; barriers: readonly Barrier[] }
    | { kind: 'disconnected' }
    /** Too many to work out one by one. */
    | { kind: 'unexplained' };
}

/** Time to the nearest and the choice of several; never one number for a whole neighbourhood. */
export interface CategoryScore {
  category: ServiceCategory;
  /** Within an hour, in the circle or beyond it. */
  nearest: { id: string; seconds: number } | undefined;
  /** How many lie in the circle, and in the healthy walker's. */
  count: number;
  walkerCount: number;
  /** How many are listed at all: "none in the circle" and "nobody has listed any" are not the same. */
  known: number;
}

const HOUR = 3600;
/** More reasons than these nobody reads. */
const MOST_REASONS = 40;

/** Answers a circle. Never throws for a place or a limit: what cannot be done is an answer. */
export function askCircle(
  router: Router,
  services: readonly CircleService[],
  question: CircleQuestion,
  outages: readonly Outage[],
): CircleReply {
  const { query, direction, minutes } = question;
  const instant = instantOf(query, question.now);
  const reverse = direction === 'to';
  const clock: CostOptions = { outages: spansOf(router.network, outages, instant) };
  if (query.when !== 'any') clock[reverse ? 'arriveMinute' : 'departMinute'] = weekMinuteOf(instant);
  const profile = profileOf({ ...query, prefer: 'quickest' });

  const model = new CostModel(router.network, profile, clock);
  if (!router.covers(question.start)) return { kind: 'outside-area' };
  const start = router.snap(question.start, model, { detourMeters: SIDE_METERS });
  if (!start)
    return { kind: 'off-network', nearest: router.snap(question.start, model, { reachMeters: 2000 }) };

  const placed = placeServices(router, services);
  const maxSeconds = minutes * 60;
  // The walker stands where a walker can: whoever waits at the foot of stairs is not put on them.
  const walker = new CostModel(router.network, profiles.walk, clock);
  const walkerStart = router.snap(question.start, walker) ?? start;
  const walkerReach = findReach(router.search, walkerStart, walker, maxSeconds, reverse);
  const walkerSeconds = secondsToServices(router.search, placed, walkerStart, walker, reverse);
  const walkerArea = reachPolygon(router.search, walkerReach);

  router.search.explore([start], model, HOUR, reverse);
  const seconds = secondsToServices(router.search, placed, start, model, reverse);
  const reach = findReach(router.search, start, model, maxSeconds, reverse);
  const area = reachPolygon(router.search, reach);

  const { reached, lost } = sortServices(placed, seconds, walkerSeconds, maxSeconds, (index, time) =>
    whyLost(router, placed, index, time, start, question, model),
  );
  const arrivalMinute = (afterSeconds: number) =>
    query.when === 'any' ? undefined : weekMinuteOf(instant) + (reverse ? -afterSeconds : afterSeconds) / 60;
  return {
    kind: 'circle',
    start,
    streets: streetsOf(router, reach),
    area,
    walkerArea,
    meters: reach.meters,
    walkerMeters: walkerReach.meters,
    areaSquareMeters: areaSquareMeters(area),
    walkerAreaSquareMeters: areaSquareMeters(walkerArea),
    services: reached.map(({ index, seconds: time }) =>
      openingOf(services[index] as CircleService, time, arrivalMinute(time)),
    ),
    lost,
    scores: scoresOf(services, seconds, walkerSeconds, maxSeconds),
    notices: noticesWithin(router, outages, walkerStart, walker, maxSeconds, reverse, instant),
    unknownHours: ridesWithoutHours(router.network, reach.parts.edge),
  };
}

interface Found {
  index: number;
  seconds: number;
}

/** Splits what this person reaches from what only a walker would. */
function sortServices(
  { services }: PlacedServices,
  seconds: Float64Array,
  walkerSeconds: Float64Array,
  maxSeconds: number,
  whyOf: (index: number, seconds: number) => LostService['reason'],
): { reached: Found[]; lost: LostService[] } {
  const reached: Found[] = [];
  const missed: Found[] = [];
  services.forEach((_, index) => {
    const time = seconds[index] as number;
    const walkerTime = walkerSeconds[index] as number;
    if (time <= maxSeconds) reached.push({ index, seconds: time });
    else if (walkerTime <= maxSeconds) missed.push({ index, seconds: walkerTime });
  });
  const bySeconds = (a: Found, b: Found) => a.seconds - b.seconds;
  const lost = missed.sort(bySeconds).map(({ index, seconds: walkerTime }, rank): LostService => {
    const service = services[index] as CircleService;
    const time = seconds[index] as number;
    const reason: LostService['reason'] = rank >= MOST_REASONS ? { kind: 'unexplained' } : whyOf(index, time);
    return { id: service.id, walkerSeconds: walkerTime, reason };
  });
  return { reached: reached.sort(bySeconds), lost };
}

/** What keeps this person from a service a walker reaches; `seconds` is their own time to it, Infinity beyond an hour. */
function whyLost(
  router: Router,
  { services, sides }: PlacedServices,
  index: number,
  seconds: number,
  start: SnappedPoint,
  question: CircleQuestion,
  model: CostModel,
): LostService['reason'] {
  const { profile, options } = model;
  const { position } = services[index] as CircleService;
  const between = (near: LngLat, far: LngLat) =>
    question.direction === 'to' ? { from: far, to: near } : { from: near, to: far };
  const farther = (time: number): LostService['reason'] => {
    const ends = between(question.start, position);
    const walk = router.findRoute({ ...ends, detourMeters: SIDE_METERS, ...options, profile: profiles.walk });
    const barriers = walk.kind === 'route' ? barriersOn(walk, model) : [];
    return { kind: 'farther', seconds: time, barriers };
  };
  if (Number.isFinite(seconds)) return farther(seconds);
  // Asked where the circle has put both: put down anew, an end might come to stand on a way the circle knows nothing of.
  const ends = between(start.position, sides[index]?.[0]?.position ?? position);
  const result = router.findRoute({ ...ends, detourMeters: 0, seeksRelaxations: false, ...options, profile });
  switch (result.kind) {
    case 'route':
      // Within the hour the circle would have come there: the service stands on a piece of its own, and the way leads only near it.
      return result.route.seconds > HOUR ? farther(result.route.seconds) : { kind: 'disconnected' };
    case 'barred':
      return { kind: 'barred', barriers: result.barriers };
    case 'closed-now':
      return { kind: 'closed', opensInMinutes: result.opensInMinutes, barriers: result.best.barriers };
    default:
      return { kind: 'disconnected' };
  }
}

/** What is in this person's way on somebody else's. */
function barriersOn(
  { route, from, to }: Extract<RouteResult, { kind: 'route' }>,
  model: CostModel,
): readonly Barrier[] {
  const path = { slots: [...route.slots], startFraction: from.fraction, endFraction: to.fraction };
  return describePath({ ...path, seconds: route.seconds, cost: 0 }, model).barriers;
}

const hours = new WeakMap<CircleService, WeekSpans | undefined>();

/** When a service is open; undefined where hours are not known or not understood. */
function hoursOf(service: CircleService): WeekSpans | undefined {
  if (service.openingHours === undefined) return undefined;
  if (!hours.has(service)) hours.set(service, parseOpeningHours(service.openingHours));
  return hours.get(service);
}

function openingOf(service: CircleService, seconds: number, weekMinute: number | undefined): ReachedService {
  const { id } = service;
  const spans = hoursOf(service);
  if (!spans || weekMinute === undefined)
    return { id, seconds, isOpen: undefined, opensInMinutes: undefined };
  return {
    id,
    seconds,
    isOpen: isOpenAt(spans, weekMinute),
    opensInMinutes: minutesUntilOpen(spans, weekMinute),
  };
}

function scoresOf(
  services: readonly CircleService[],
  seconds: Float64Array,
  walkerSeconds: Float64Array,
  maxSeconds: number,
): CategoryScore[] {
  const rows = new Map<ServiceCategory, CategoryScore>(
    serviceCategories.map((category) => [
      category,
      { category, nearest: undefined, count: 0, walkerCount: 0, known: 0 },
    ]),
  );
  services.forEach(({ id, category }, index) => {
    const row = rows.get(category) as CategoryScore;
    const time = seconds[index] as number;
    row.known++;
    if (time <= maxSeconds) row.count++;
    if ((walkerSeconds[index] as number) <= maxSeconds) row.walkerCount++;
    if (time <= HOUR && time < (row.nearest?.seconds ?? Number.POSITIVE_INFINITY))
      row.nearest = { id, seconds: time };
  });
  return [...rows.values()];
}

/** Notices in force at some time of the walk about ways that a healthy walker would take if there were none. */
function noticesWithin(
  router: Router,
  outages: readonly Outage[],
  start: SnappedPoint,
  walker: CostModel,
  maxSeconds: number,
  reverse: boolean,
  instant: number,
): string[] {
  const milliseconds = maxSeconds * 1000;
  const [begin, end] = reverse ? [instant - milliseconds, instant] : [instant, instant + milliseconds];
  const inForce = outages.filter(({ from, until }) => from < end && (until === null || until > begin));
  if (inForce.length === 0) return [];
  const { outages: _, ...clock } = walker.options;
  const untroubled = new CostModel(router.network, walker.profile, clock);
  const reach = findReach(router.search, start, untroubled, maxSeconds, reverse);
  const reached = new Set(reach.parts.edge);
  const byId = edgesById(router.network);
  const found = inForce.filter(({ edges }) =>
    edges.some((id) => (byId.get(id) ?? []).some((edge) => reached.has(edge))),
  );
  return [...new Set(found.map(({ notice }) => notice))];
}

function streetsOf({ network }: Router, { parts }: Reach): { kind: EdgeKind; line: LngLat[] }[] {
  return Array.from(parts.edge, (edge, part) => {
    const [from, to] = [parts.from[part] as number, parts.to[part] as number];
    const line = edgeGeometry(network, edge);
    const kind = edgeKinds[network.edgeKind[edge] as number] as EdgeKind;
    return { kind, line: from === 0 && to === 1 ? line : cutLine(line, from, to) };
  });
}
