/** The fifteen-minute circle of one person: what they reach, what a healthy walker would reach beside it, what they lose and why. */
import type { Bounds, LngLat } from '@/lib/geo/position';
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
import { cutLine } from '@/lib/routing/route';
import { instantOf, profileOf, type RouteQuery } from '@/lib/routing/route-query';
import type { Router } from '@/lib/routing/router';
import type { SnappedPoint } from '@/lib/routing/snap';
import { areaSquareMeters } from './area';
import { type Ends, explainBarred, explainFarther, explainOutage, type LossReason } from './loss';
import { placeServices, type ServiceTimes, timesToServices } from './placed-services';
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
  /** Nothing to stand on: `nearest` is the nearest place there is within twenty kilometres, `area` what the network covers. */
  | { kind: 'outside-area' | 'off-network'; nearest: SnappedPoint | undefined; area: Bounds }
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
      /**
       * What a healthy walker reaches in the time and this person does not, or this person would without a notice: the walker's nearest first.
       */
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
  /** Where one comes to it: the place of the network its time counts to, which may be some metres from its point. */
  entry: SnappedPoint;
  /** When one arrives there; undefined where hours are not known, not understood, or any time is meant. */
  isOpen: boolean | undefined;
  /** From arriving; Infinity: never. */
  opensInMinutes: number | undefined;
}

export interface LostService {
  id: string;
  /** Beyond the time, or Infinity beyond an hour, where a notice keeps the walker from it too. */
  walkerSeconds: number;
  /** Where this person would come to it, or else a walker. */
  entry: SnappedPoint;
  reason: LossReason;
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
  const profile = profileOf({ ...query, prefer: 'time-only' });

  const model = new CostModel(router.network, profile, clock);
  const start = router.snap(question.start, model);
  if (!start)
    return {
      kind: router.covers(question.start) ? 'off-network' : 'outside-area',
      nearest: router.nearest(question.start, model),
      area: router.area,
    };

  const placed = placeServices(router, services);
  const maxSeconds = minutes * 60;
  // The walker stands where a walker can: whoever waits at the foot of stairs is not put on them.
  const walker = new CostModel(router.network, profiles.walk, clock);
  const walkerStart = router.snap(question.start, walker) ?? start;
  const walkerReach = findReach(router.search, walkerStart, walker, maxSeconds, reverse);
  const walkerTimes = timesToServices(router.search, placed, walkerStart, walker, reverse);
  const walkerArea = reachPolygon(router.search, walkerReach);

  const timesOf = (mover: CostModel): ServiceTimes => {
    router.search.explore([start], mover, HOUR, reverse);
    return timesToServices(router.search, placed, start, mover, reverse);
  };
  const inForce = outagesWithin(outages, maxSeconds, reverse, instant);
  const untroubled = withoutOutages(model);
  const untroubledTimes = inForce.length > 0 ? timesOf(untroubled) : undefined;
  const times = timesOf(model);
  const reach = findReach(router.search, start, model, maxSeconds, reverse);
  const area = reachPolygon(router.search, reach);

  const arrivalMinute = (afterSeconds: number) =>
    query.when === 'any' ? undefined : weekMinuteOf(instant) + (reverse ? -afterSeconds : afterSeconds) / 60;
  const reached: ReachedService[] = [];
  const missed: Missed[] = [];
  services.forEach((service, index) => {
    const seconds = times.seconds[index] as number;
    const walkerSeconds = walkerTimes.seconds[index] as number;
    const withoutSeconds = untroubledTimes?.seconds[index] ?? Number.POSITIVE_INFINITY;
    const withoutEntry = untroubledTimes?.entries[index];
    const entry = times.entries[index];
    const walkerEntry = walkerTimes.entries[index] ?? withoutEntry;
    if (entry && seconds <= maxSeconds)
      reached.push(openingOf(service, seconds, entry, arrivalMinute(seconds)));
    else if (walkerEntry && Math.min(walkerSeconds, withoutSeconds) <= maxSeconds)
      missed.push({
        id: service.id,
        seconds,
        walkerSeconds,
        withoutSeconds,
        entry: entry ?? walkerEntry,
        walkerEntry,
        withoutEntry,
      });
  });
  const endsWith = (entry: SnappedPoint): Ends => (reverse ? [entry, start] : [start, entry]);
  const whyLost = ({ seconds, withoutSeconds, walkerEntry, withoutEntry }: Missed): LossReason => {
    const outage =
      withoutEntry &&
      withoutSeconds <= maxSeconds &&
      explainOutage(router, endsWith(withoutEntry), { seconds, withoutSeconds }, model, untroubled, inForce);
    if (outage) return outage;
    return Number.isFinite(seconds)
      ? explainFarther(router, endsWith(walkerEntry), seconds, model, walker)
      : explainBarred(router, endsWith(walkerEntry), HOUR, model, walker);
  };
  const soonest = ({ walkerSeconds, withoutSeconds }: Missed) => Math.min(walkerSeconds, withoutSeconds);
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
    services: reached.sort((a, b) => a.seconds - b.seconds),
    lost: missed
      .sort((a, b) => soonest(a) - soonest(b))
      .map((one, rank) => ({
        id: one.id,
        walkerSeconds: one.walkerSeconds,
        entry: one.entry,
        reason: rank < MOST_REASONS ? whyLost(one) : { kind: 'unexplained' },
      })),
    scores: scoresOf(services, times.seconds, walkerTimes.seconds, maxSeconds),
    notices: noticesWithin(router, inForce, walkerStart, walker, maxSeconds, reverse),
    unknownHours: ridesWithoutHours(router.network, reach.parts.edge),
  };
}

/** A service out of reach, with what is known of the ways to it. */
interface Missed {
  id: string;
  /** Infinity beyond an hour. */
  seconds: number;
  walkerSeconds: number;
  /** If no notice were in force. */
  withoutSeconds: number;
  entry: SnappedPoint;
  walkerEntry: SnappedPoint;
  withoutEntry: SnappedPoint | undefined;
}

const hours = new WeakMap<CircleService, WeekSpans | undefined>();

/** When a service is open; undefined where hours are not known or not understood. */
function hoursOf(service: CircleService): WeekSpans | undefined {
  if (service.openingHours === undefined) return undefined;
  if (!hours.has(service)) hours.set(service, parseOpeningHours(service.openingHours));
  return hours.get(service);
}

function openingOf(
  service: CircleService,
  seconds: number,
  entry: SnappedPoint,
  weekMinute: number | undefined,
): ReachedService {
  const { id } = service;
  const spans = hoursOf(service);
  if (!spans || weekMinute === undefined)
    return { id, seconds, entry, isOpen: undefined, opensInMinutes: undefined };
  return {
    id,
    seconds,
    entry,
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

/** Outages in force at some time of the walk. */
function outagesWithin(
  outages: readonly Outage[],
  maxSeconds: number,
  reverse: boolean,
  instant: number,
): Outage[] {
  const milliseconds = maxSeconds * 1000;
  const [begin, end] = reverse ? [instant - milliseconds, instant] : [instant, instant + milliseconds];
  return outages.filter(({ from, until }) => from < end && (until === null || until > begin));
}

function withoutOutages({ network, profile, options: { outages: _, ...clock } }: CostModel): CostModel {
  return new CostModel(network, profile, clock);
}

/** Notices about ways that a healthy walker would take if there were none. */
function noticesWithin(
  router: Router,
  inForce: readonly Outage[],
  start: SnappedPoint,
  walker: CostModel,
  maxSeconds: number,
  reverse: boolean,
): string[] {
  if (inForce.length === 0) return [];
  const untroubled = withoutOutages(walker);
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
