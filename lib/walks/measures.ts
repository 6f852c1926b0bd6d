import type { LngLat } from '@/lib/geo/position';
import type { EdgeKind, Network, NetworkEdge } from '@/lib/routing/network';
import { edgeSeconds } from '@/lib/routing/pace';

/** One edge of a walk in walking direction. */
export interface WalkSection {
  edge: NetworkEdge;
  reversed: boolean;
  /** Node the section begins and ends at. */
  from: string;
  to: string;
  /** Metres from the start of the walk to the start of the section. */
  startMeters: number;
  /** Metres of height gained (positive) or lost; undefined when a height is unknown. */
  rise: number | undefined;
  seconds: number;
}

/** What can be said of a walk's line, computed from its edges. Metres and seconds; time at the stops is not in `seconds`. */
export interface WalkMeasures {
  sections: readonly WalkSection[];
  line: readonly LngLat[];
  lengthMeters: number;
  /** Metres ridden on lifts, escalators and cableways: in `lengthMeters` too. */
  riddenMeters: number;
  seconds: number;
  ascent: number;
  descent: number;
  stepsUp: number;
  stepsDown: number;
  /** Metres of stairs nobody has counted: where it is not zero, the steps are at least the number given. */
  uncountedStairMeters: number;
  /** Metres whose course or height is inferred, not drawn from named geometry. */
  estimatedMeters: number;
  kinds: ReadonlySet<EdgeKind>;
  profile: readonly ProfilePoint[];
}

export interface ProfilePoint {
  meters: number;
  elevation: number;
  /** Kind of the way that leads to this point; undefined on the first. */
  kind: EdgeKind | undefined;
}

const isRide = (kind: EdgeKind) => kind === 'elevator' || kind === 'escalator' || kind === 'cableway';

/** Measures the way along the given nodes. Throws RangeError when a node is unknown or no edge joins two neighbours. */
export function measureWalk(network: Network, nodeIds: readonly string[]): WalkMeasures {
  const sections: WalkSection[] = [];
  const line: LngLat[] = [];
  const profile: ProfilePoint[] = [];
  const kinds = new Set<EdgeKind>();
  const sum = {
    length: 0,
    ridden: 0,
    seconds: 0,
    ascent: 0,
    descent: 0,
    stepsUp: 0,
    stepsDown: 0,
    uncounted: 0,
    estimated: 0,
  };

  const nodeAt = (id: string) => {
    const node = network.nodes.get(id);
    if (!node) throw new RangeError(`no node ${id}`);
    return node;
  };

  nodeIds.slice(1).forEach((to, index) => {
    const from = nodeIds[index] as string;
    const [start, end] = [nodeAt(from), nodeAt(to)];
    const edge = network.findEdge(from, to);
    if (!edge) throw new RangeError(`no edge between ${from} and ${to}`);
    const reversed = edge.from !== from;
    const rise =
      start.elevation === undefined || end.elevation === undefined
        ? undefined
        : end.elevation - start.elevation;
    const seconds = edgeSeconds(edge, rise);
    sections.push({ edge, reversed, from, to, startMeters: sum.length, rise, seconds });
    line.push(...(reversed ? edge.geometry.toReversed() : edge.geometry).slice(line.length ? 1 : 0));
    if (profile.length === 0 && start.elevation !== undefined)
      profile.push({ meters: 0, elevation: start.elevation, kind: undefined });

    sum.length += edge.lengthMeters;
    sum.seconds += seconds;
    kinds.add(edge.kind);
    if (end.elevation !== undefined)
      profile.push({ meters: sum.length, elevation: end.elevation, kind: edge.kind });
    if (edge.confidence !== 'sourced') sum.estimated += edge.lengthMeters;
    if (isRide(edge.kind)) {
      sum.ridden += edge.lengthMeters;
      return;
    }
    if (rise !== undefined && rise > 0) sum.ascent += rise;
    if (rise !== undefined && rise < 0) sum.descent -= rise;
    if (edge.kind === 'steps') {
      if (edge.stepCount === undefined) sum.uncounted += edge.lengthMeters;
      else if ((rise ?? 0) >= 0) sum.stepsUp += edge.stepCount;
      else sum.stepsDown += edge.stepCount;
    }
  });

  return {
    sections,
    line,
    profile,
    kinds,
    lengthMeters: sum.length,
    riddenMeters: sum.ridden,
    seconds: sum.seconds,
    ascent: sum.ascent,
    descent: sum.descent,
    stepsUp: sum.stepsUp,
    stepsDown: sum.stepsDown,
    uncountedStairMeters: sum.uncounted,
    estimatedMeters: sum.estimated,
  };
}
