/** The walking engine: can this person get there, how long does it take, what is in the way, and what would open a way. */
import { type Bounds, containsPosition, type LngLat } from '@/lib/geo/position';
import { CostModel, type CostOptions, TEMPORARY, violations } from './cost';
import { edgeKinds } from './network';
import { kerbs, type PackedNetwork } from './packed-network';
import { grounds, type Profile } from './profiles';
import { type Barrier, describePath, type Route, slopeOf } from './route';
import { type Path, Search, STRICT, type Tolerance } from './search';
import { type SnappedPoint, Snapper } from './snap';

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
  /** Nothing to stand on within reach; `nearest` is the nearest place there is, when there is one within two kilometres. */
  | { kind: 'off-network'; which: 'from' | 'to'; nearest: SnappedPoint | undefined }
  | { kind: 'outside-area'; which: 'from' | 'to' }
  /** Both stand on the network, but on pieces that no way joins. */
  | { kind: 'disconnected'; from: SnappedPoint; to: SnappedPoint };

export interface RouteRequest extends CostOptions {
  from: LngLat;
  to: LngLat;
  profile: Profile;
  /** Floors, where the caller knows them. */
  fromLevel?: number | undefined;
  toLevel?: number | undefined;
}

const ALL = (1 << violations.length) - 1;
/** More than any walk: a way with one barrier less is always preferred. */
const BARRIER_PENALTY = 1e6;
const DETOUR = 3;
/** Metres around the network that still count as its area. */
const AREA_MARGIN_DEGREES = 0.01;

export class Router {
  readonly search: Search;
  private readonly snapper: Snapper;
  private readonly area: Bounds;

  constructor(readonly network: PackedNetwork) {
    this.search = new Search(network);
    this.snapper = new Snapper(this.search);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let node = 0; node < network.nodeCount; node++) {
      const [lng, lat] = [(network.nodeLng[node] as number) / 1e6, (network.nodeLat[node] as number) / 1e6];
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    const margin = AREA_MARGIN_DEGREES;
    this.area = [west - margin, south - margin, east + margin, north + margin];
  }

  /** The nearest place this person can stand on, within `reachMeters`. */
  snap(point: LngLat, model: CostModel, level?: number, reachMeters?: number): SnappedPoint | undefined {
    return this.snapper.snap(point, model, { level, ...(reachMeters !== undefined && { reachMeters }) });
  }

  /** Answers one question. Never throws for a place or a limit: what cannot be done is an answer. */
  findRoute({ from, to, profile, fromLevel, toLevel, ...options }: RouteRequest): RouteResult {
    const model = new CostModel(this.network, profile, options);
    const ends: SnappedPoint[] = [];
    for (const [which, point, level] of [
      ['from', from, fromLevel],
      ['to', to, toLevel],
    ] as const) {
      if (!containsPosition(this.area, point)) return { kind: 'outside-area', which };
      const snapped = this.snap(point, model, level);
      if (!snapped) return { kind: 'off-network', which, nearest: this.snap(point, model, level, 2000) };
      ends.push(snapped);
    }
    const [start, end] = ends as [SnappedPoint, SnappedPoint];
    const open = this.search.findPath(start, end, model);
    if (open) return { kind: 'route', route: describePath(open, model), from: start, to: end };

    const later = this.search.findPath(start, end, model, {
      ...STRICT,
      mask: TEMPORARY,
      penalty: BARRIER_PENALTY,
    });
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
    if (!barred) return { kind: 'disconnected', from: start, to: end };
    const best = describePath(barred, model);
    return {
      kind: 'barred',
      best,
      barriers: best.barriers,
      wouldOpen: this.findRelaxations(start, end, model, best.seconds),
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
    const { profile, options } = model;
    const found: { relaxation: Relaxation; effort: number }[] = [];
    // Hours and outages are left as they are only where they do not hide what else would open a way.
    const tolerance: Tolerance = { mask: TEMPORARY, penalty: 0, most: bestSeconds * DETOUR + 900 };
    const passes = (changes: Partial<Profile>, noFare = options.noFare): Path | undefined =>
      this.search.findPath(
        from,
        to,
        new CostModel(this.network, { ...profile, ...changes }, { ...options, noFare }),
        tolerance,
      );

    for (const limit of ['elevators', 'escalators', 'cableways', 'steps'] as const)
      if (!profile[limit] && passes({ [limit]: true }))
        found.push({ relaxation: { limit, from: false, to: true }, effort: limit === 'steps' ? 8 : 4 });
    if (options.noFare && passes({}, false))
      found.push({ relaxation: { limit: 'fare', from: false, to: true }, effort: 1 });

    for (const limit of ['maxInclineUp', 'maxInclineDown'] as const) {
      const needed = this.leastIncline(limit, profile[limit], (value) => passes({ [limit]: value }));
      if (needed !== undefined)
        found.push({
          relaxation: { limit, from: profile[limit], to: needed },
          effort: (needed - profile[limit]) / Math.max(profile[limit], 0.01),
        });
    }
    if (profile.minWidth > 0) {
      const needed = this.mostWidth(profile.minWidth, (value) => passes({ minWidth: value }));
      if (needed !== undefined)
        found.push({
          relaxation: { limit: 'minWidth', from: profile.minWidth, to: needed },
          effort: (profile.minWidth - needed) / profile.minWidth + 1,
        });
    }
    const nextKerb = kerbs
      .slice(kerbs.indexOf(profile.maxKerb) + 1)
      .find((kerb) => passes({ maxKerb: kerb as Profile['maxKerb'] }));
    if (nextKerb)
      found.push({ relaxation: { limit: 'maxKerb', from: profile.maxKerb, to: nextKerb }, effort: 2 });
    const nextGround = grounds
      .slice(grounds.indexOf(profile.ground) + 1)
      .find((ground) => passes({ ground }));
    if (nextGround)
      found.push({ relaxation: { limit: 'ground', from: profile.ground, to: nextGround }, effort: 2 });
    if (profile.unknown === 'forbid' && passes({ unknown: 'avoid' }))
      found.push({ relaxation: { limit: 'unknown', from: 'forbid', to: 'avoid' }, effort: 0.5 });
    return found.sort((a, b) => a.effort - b.effort).map(({ relaxation }) => relaxation);
  }

  /** The least limit of slope that opens a way, exact: the steepest slope of that way. Undefined when slope alone does not help. */
  private leastIncline(
    limit: 'maxInclineUp' | 'maxInclineDown',
    now: number,
    passes: (value: number) => Path | undefined,
  ): number | undefined {
    let path = now < 1 ? passes(1) : undefined;
    if (!path) return undefined;
    let low = now;
    let high = this.steepest(path, limit);
    // Each round ends on a slope that a way really has; twenty halvings of a slope below 1 are finer than a thousandth.
    for (let round = 0; round < 20 && high - low > 0.0005; round++) {
      const middle = (low + high) / 2;
      path = passes(middle);
      if (path) high = Math.max(now, this.steepest(path, limit));
      else low = middle;
    }
    // A limit is told in thousandths and must not fall short of what is needed.
    return Math.ceil(high * 1000 - 1e-6) / 1000;
  }

  private steepest({ slots }: Path, limit: 'maxInclineUp' | 'maxInclineDown'): number {
    let most = 0;
    for (const slot of slots) {
      const kind = edgeKinds[this.network.edgeKind[slot >> 1] as number];
      if (
        kind === 'steps' ||
        kind === 'elevator' ||
        kind === 'escalator' ||
        kind === 'cableway' ||
        kind === 'ferry'
      )
        continue;
      const slope = slopeOf(this.network, slot >> 1, (slot & 1) === 1);
      if (!Number.isNaN(slope)) most = Math.max(most, limit === 'maxInclineUp' ? slope : -slope);
    }
    return most;
  }

  /** The greatest needed width that still opens a way, in decimetres. Undefined when width alone does not help. */
  private mostWidth(now: number, passes: (value: number) => Path | undefined): number | undefined {
    if (!passes(0)) return undefined;
    let low = 0;
    let high = Math.ceil(now * 10);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (passes(middle / 10)) low = middle;
      else high = middle;
    }
    return low / 10;
  }
}
