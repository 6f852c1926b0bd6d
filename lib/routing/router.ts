/** The walking engine: can this person get there, how long does it take, what is in the way, and what would open a way. */
import { type Bounds, containsPosition, type LngLat } from '@/lib/geo/position';
import type { Need } from './between';
import { bit, CostModel, type CostOptions, TEMPORARY, violations } from './cost';
import { slopeOf } from './edge-records';
import { type EdgeKind, edgeKinds, rideKinds } from './network';
import { boundsOfNetwork, kerbs, type PackedNetwork, surfaces } from './packed-network';
import { groundOf, grounds, type Profile } from './profiles';
import { type Barrier, describePath, type Route } from './route';
import { type Path, Search, STRICT, type Tolerance } from './search';
import { type SnapOptions, type SnappedPoint, Snapper } from './snap';

/** The one change of a profile that opens a way, with the value it needs. */
export type Relaxation =
  | { limit: 'maxInclineUp' | 'maxInclineDown' | 'minWidth'; from: number; to: number }
  | { limit: 'maxKerb' | 'ground' | 'unknown'; from: string; to: string }
  | { limit: 'steps' | 'elevators' | 'escalators' | 'cableways'; from: false; to: true }
  | { limit: 'fare'; from: false; to: true };

export type RouteResult =
  | { kind: 'route'; route: Route; from: SnappedPoint; to: SnappedPoint }
  /** No way within the person's limits. `best` has the fewest barriers; `wouldOpen` names single changes that open a way, the smallest first. */
  | {
      kind: 'barred';
      best: Route;
      barriers: readonly Barrier[];
      wouldOpen: readonly Relaxation[];
      from: SnappedPoint;
      to: SnappedPoint;
    }
  /** A way, but not at this hour. Infinity: out of order, with no known end. */
  | { kind: 'closed-now'; opensInMinutes: number; best: Route; from: SnappedPoint; to: SnappedPoint }
  /** Nothing to stand on within reach, or far from everything; `nearest` is the nearest place for this person, if there is one at all near. */
  | { kind: 'off-network' | 'outside-area'; which: 'from' | 'to'; nearest: SnappedPoint | undefined }
  /** Both stand on the network, but on pieces that no way joins. */
  | {
      kind: 'disconnected';
      from: SnappedPoint;
      to: SnappedPoint;
      /** The end that lies apart from nearly everything, and the nearest place that does not. */
      island: { which: 'from' | 'to'; nearest: SnappedPoint } | undefined;
    };

/** A question's answer once both ends stand on the network. */
export type JoinedResult = Exclude<RouteResult, { kind: 'off-network' | 'outside-area' }>;

export interface RouteRequest extends CostOptions {
  from: LngLat;
  to: LngLat;
  profile: Profile;
  /** Floors, where the caller knows them. */
  fromLevel?: number | undefined;
  toLevel?: number | undefined;
  /** How much farther than the nearest way an end may lie on one this person can use; without it, about as well as places are known. */
  detourMeters?: number | undefined;
  /** Whether to work out what would open a barred way: it asks many searches. Without it, yes. */
  seeksRelaxations?: boolean;
}

const ALL = (1 << violations.length) - 1;
const UNKNOWN_BITS = violations
  .filter((name) => name.startsWith('unknown'))
  .reduce((bits, name) => bits | bit(name), 0);
/** More than any walk: a way with one barrier less is always preferred. */
const BARRIER_PENALTY = 1e6;
const DETOUR = 3;
/** Finds a way at a fraction of the nodes, seldom much longer than the best. */
const HASTE = 4;
/** Farther than this no point is offered instead. */
const NEAREST_METERS = 20_000;
/** Metres around the network that still count as its area. */
const AREA_MARGIN_DEGREES = 0.01;

export class Router {
  readonly search: Search;
  private readonly snapper: Snapper;
  /** What the network covers, with a margin. */
  readonly area: Bounds;

  constructor(readonly network: PackedNetwork) {
    this.search = new Search(network);
    this.snapper = new Snapper(this.search);
    const [west, south, east, north] = boundsOfNetwork(network);
    const margin = AREA_MARGIN_DEGREES;
    this.area = [west - margin, south - margin, east + margin, north + margin];
  }

  /** True within the area of the network, with a margin. */
  covers(point: LngLat): boolean {
    return containsPosition(this.area, point);
  }

  /** Every way a place may be entered from (`Snapper.sides`). */
  sides(point: LngLat, reachMeters: number, spreadMeters: number): SnappedPoint[] {
    return this.snapper.sides(point, reachMeters, spreadMeters);
  }

  /** The nearest place this person can stand on, within `reachMeters`. */
  snap(point: LngLat, model: CostModel, options: SnapOptions = {}): SnappedPoint | undefined {
    return this.snapper.snap(point, model, options);
  }

  /** The nearest place this person can use, for whoever is at none: what is a little nearer but bars them would be no help. */
  nearest(point: LngLat, model: CostModel, level?: number): SnappedPoint | undefined {
    return this.snap(point, model, {
      level,
      reachMeters: NEAREST_METERS,
      detourMeters: Number.POSITIVE_INFINITY,
    });
  }

  private disconnected(from: SnappedPoint, to: SnappedPoint, model: CostModel): JoinedResult {
    const which = this.snapper.isOnMainland(from) ? 'to' : 'from';
    const island = which === 'from' ? from : to;
    const nearest = this.snapper.isOnMainland(island) ? undefined : this.nearest(island.position, model);
    const isHelp = nearest !== undefined && this.snapper.isOnMainland(nearest);
    return { kind: 'disconnected', from, to, island: isHelp ? { which, nearest } : undefined };
  }

  /** Answers one question. Never throws for a place or a limit: what cannot be done is an answer. */
  findRoute({
    from,
    to,
    profile,
    fromLevel,
    toLevel,
    detourMeters,
    seeksRelaxations = true,
    ...options
  }: RouteRequest): RouteResult {
    const model = new CostModel(this.network, profile, options);
    const ends: SnappedPoint[] = [];
    for (const [which, point, level] of [
      ['from', from, fromLevel],
      ['to', to, toLevel],
    ] as const) {
      const isCovered = this.covers(point);
      const snapped = isCovered ? this.snap(point, model, { level, detourMeters }) : undefined;
      if (!snapped)
        return {
          kind: isCovered ? 'off-network' : 'outside-area',
          which,
          nearest: this.nearest(point, model, level),
        };
      ends.push(snapped);
    }
    const [start, end] = ends as [SnappedPoint, SnappedPoint];
    return this.join(start, end, model, seeksRelaxations);
  }

  /** The same between two places of the network, as they stand. */
  join(start: SnappedPoint, end: SnappedPoint, model: CostModel, seeksRelaxations = true): JoinedResult {
    const open = this.search.findPath(start, end, model);
    if (open) return { kind: 'route', route: describePath(open, model), from: start, to: end };

    const hindered = this.search.leastNeed(start, end, model, () => 1);
    if (hindered === Number.POSITIVE_INFINITY) return this.disconnected(start, end, model);
    // Where something else than the hour is in the way, no hour would help.
    const later =
      hindered === 0 &&
      this.search.findPath(start, end, model, { ...STRICT, mask: TEMPORARY, penalty: BARRIER_PENALTY });
    if (later) {
      const best = describePath(later, model);
      const waits = best.barriers.map(({ opensInMinutes }) => opensInMinutes ?? 0);
      return { kind: 'closed-now', opensInMinutes: Math.max(0, ...waits), best, from: start, to: end };
    }
    const barred = this.search.findPath(start, end, model, {
      ...STRICT,
      mask: ALL,
      penalty: BARRIER_PENALTY,
    });
    if (!barred) return this.disconnected(start, end, model);
    const best = describePath(barred, model);
    return {
      kind: 'barred',
      best,
      barriers: best.barriers,
      wouldOpen: seeksRelaxations ? this.findRelaxations(start, end, model, best.seconds) : [],
      from: start,
      to: end,
    };
  }

  /**
   * Single changes of the profile that open a way, the smallest first. A way of more than `DETOUR` times the one with the fewest barriers and a
   * quarter of an hour is no help to anybody and not looked for.
   */
  private findRelaxations(
    from: SnappedPoint,
    to: SnappedPoint,
    model: CostModel,
    bestSeconds: number,
  ): Relaxation[] {
    const { network, search } = this;
    const { profile, options } = model;
    const found: { relaxation: Relaxation; effort: number }[] = [];
    // Hours and outages are left as they are only where they do not hide what else would open a way.
    const tolerance: Tolerance = { ...STRICT, mask: TEMPORARY, doubt: Number.POSITIVE_INFINITY };
    const most = bestSeconds * DETOUR + 900;
    const passes = (changes: Partial<Profile>, noFare = options.noFare): Path | undefined => {
      const changed = new CostModel(network, { ...profile, ...changes }, { ...options, noFare });
      // Any way that is short enough will do; only where the first one found is not, the best is looked for.
      const some = search.findPath(from, to, changed, { ...tolerance, haste: HASTE });
      if (!some || some.cost <= most) return some;
      return search.findPath(from, to, changed, { ...tolerance, most });
    };
    /** The least to put up with on a way that has no other violations than these; Infinity where there is none. */
    const leastNeed = (bits: number, need: Need = () => 1) =>
      search.leastNeed(from, to, model, (met, slot) =>
        (met & ~bits) === 0 ? need(met, slot) : Number.POSITIVE_INFINITY,
      );
    const helps = (bits: number) => leastNeed(bits) < Number.POSITIVE_INFINITY;

    for (const [limit, violation] of [
      ['elevators', 'elevator'],
      ['escalators', 'escalator'],
      ['cableways', 'cableway'],
      ['steps', 'steps'],
    ] as const)
      if (!profile[limit] && helps(bit(violation)) && passes({ [limit]: true }))
        found.push({ relaxation: { limit, from: false, to: true }, effort: limit === 'steps' ? 8 : 4 });
    if (options.noFare && helps(bit('fare')) && passes({}, false))
      found.push({ relaxation: { limit: 'fare', from: false, to: true }, effort: 1 });

    for (const [limit, violation] of [
      ['maxInclineUp', 'inclineUp'],
      ['maxInclineDown', 'inclineDown'],
    ] as const) {
      const now = profile[limit];
      const isUp = limit === 'maxInclineUp';
      // A limit is told in thousandths and must not fall short of what is needed.
      const thousandths = (slope: number) => Math.ceil(slope * 1000 - 1e-3);
      const slope = leastNeed(bit(violation), (_, slot) => slopeMet(network, slot, isUp));
      const needed = leastPassing(thousandths(slope), 1000, (value) => {
        const path = passes({ [limit]: value / 1000 });
        if (!path) return undefined;
        const steepest = Math.max(...path.slots.map((slot) => slopeMet(network, slot, isUp)));
        return Math.max(thousandths(slope), Math.min(value, thousandths(steepest)));
      });
      if (needed !== undefined)
        found.push({
          relaxation: { limit, from: now, to: needed / 1000 },
          effort: (needed / 1000 - now) / Math.max(now, 0.01),
        });
    }
    if (profile.minWidth > 0) {
      // Counted in decimetres given up; a width nobody measured is passed by who needs none.
      const most = profile.minWidth * 10;
      const missing = leastNeed(bit('width') | bit('unknownWidth'), (met, slot) =>
        met & bit('unknownWidth') ? most : most - (network.edgeWidth[slot >> 1] as number),
      );
      const widthWithout = (decimeters: number) => Math.round(most - decimeters) / 10;
      const needed = leastPassing(
        missing,
        most,
        (value) => passes({ minWidth: widthWithout(value) }) && value,
      );
      if (needed !== undefined)
        found.push({
          relaxation: { limit: 'minWidth', from: profile.minWidth, to: widthWithout(needed) },
          effort: needed / most + 1,
        });
    }
    // Whoever takes the worst of a list takes what nobody looked at.
    const [worstKerb, worstGround] = [kerbs.length - 1, grounds.length - 1];
    const kerb = leastNeed(bit('kerb') | bit('unknownKerb'), (met, slot) =>
      met & bit('unknownKerb') ? worstKerb : (network.edgeKerb[slot >> 1] as number),
    );
    const kerbAt = (index: number) => kerbs[index] as Profile['maxKerb'];
    const neededKerb = leastPassing(kerb, worstKerb, (index) => passes({ maxKerb: kerbAt(index) }) && index);
    if (neededKerb !== undefined)
      found.push({
        relaxation: { limit: 'maxKerb', from: profile.maxKerb, to: kerbAt(neededKerb) },
        effort: 2,
      });
    const ground = leastNeed(bit('surface') | bit('unknownSurface'), (met, slot) => {
      const rank = groundOf(surfaces[network.edgeSurface[slot >> 1] as number] ?? 'unknown');
      return met & bit('unknownSurface') || !rank ? worstGround : grounds.indexOf(rank);
    });
    const groundAt = (index: number) => grounds[index] as Profile['ground'];
    const neededGround = leastPassing(
      ground,
      worstGround,
      (index) => passes({ ground: groundAt(index) }) && index,
    );
    if (neededGround !== undefined)
      found.push({
        relaxation: { limit: 'ground', from: profile.ground, to: groundAt(neededGround) },
        effort: 2,
      });
    if (profile.unknown === 'forbid' && helps(UNKNOWN_BITS) && passes({ unknown: 'avoid' }))
      found.push({ relaxation: { limit: 'unknown', from: 'forbid', to: 'avoid' }, effort: 0.5 });
    return found.sort((a, b) => a.effort - b.effort).map(({ relaxation }) => relaxation);
  }
}

/** Slope of a slot in the sense a limit is for; 0 where nobody walks or rolls and where it is unknown. */
function slopeMet(network: PackedNetwork, slot: number, isUp: boolean): number {
  const kind = edgeKinds[network.edgeKind[slot >> 1] as number] as EdgeKind;
  if (kind === 'steps' || rideKinds.includes(kind)) return 0;
  const slope = slopeOf(network, slot >> 1, (slot & 1) === 1);
  return Math.max(0, (isUp ? slope : -slope) || 0);
}

/**
 * The least value from `least` to `most` that opens a way short enough. `least` opens one of any length and is nearly always the answer. `passes` tells
 * how much the way it finds really needs.
 */
function leastPassing(
  least: number,
  most: number,
  passes: (value: number) => number | undefined,
): number | undefined {
  if (!(least <= most)) return undefined;
  let low = least;
  let high = passes(least) ?? passes(most);
  while (high !== undefined && high > low + 1) {
    const middle = Math.floor((low + high) / 2);
    const found = passes(middle);
    if (found === undefined) low = middle;
    else high = found;
  }
  return high;
}
