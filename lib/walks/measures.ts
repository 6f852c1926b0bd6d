import type { LngLat } from '@/lib/geo/position';
import type { HeightPoint } from '@/lib/routing/heights';
import { type EdgeKind, type Network, type NetworkEdge, rideKinds } from '@/lib/routing/network';
import { edgeSeconds, walkerPace } from '@/lib/routing/pace';

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

/** What is known of stairs. Only where both lengths are zero is `steps` the whole number; else it is the least. */
export interface Stairs {
  steps: number;
  /** Metres of stairs nobody has counted. */
  uncountedMeters: number;
  /** Metres of way of which nobody knows whether there are stairs: its course is a guess between two known points. */
  unsurveyedMeters: number;
}

/** What can be said of a walk's line, computed from its edges. Metres and seconds; time at the stops is not in `seconds`. */
export interface WalkMeasures {
  sections: readonly WalkSection[];
  line: readonly LngLat[];
  lengthMeters: number;
  /** Lifts, escalators and cableways taken; their metres are in `lengthMeters` too, their height is not in `ascent`. */
  rides: number;
  seconds: number;
  ascent: number;
  descent: number;
  stairsUp: Stairs;
  stairsDown: Stairs;
  /** Metres whose course or height is inferred, not drawn from named geometry. */
  estimatedMeters: number;
  kinds: ReadonlySet<EdgeKind>;
  profile: readonly HeightPoint[];
}

/** Seconds an ordinary walker takes along an edge whose far end lies `rise` metres higher; undefined is unknown, taken as level. */
export function walkerSeconds(
  edge: Pick<NetworkEdge, 'kind' | 'lengthMeters' | 'stepCount' | 'waitSeconds' | 'rideSeconds'>,
  rise: number | undefined,
): number {
  const known = (value: number | undefined) => value ?? Number.NaN;
  return edgeSeconds(
    edge.kind,
    edge.lengthMeters,
    known(rise),
    known(edge.stepCount),
    known(edge.waitSeconds),
    known(edge.rideSeconds),
    walkerPace,
  );
}

/** Measures the way along the given nodes. Throws RangeError when a node is unknown or no edge joins two neighbours. */
export function measureWalk(network: Network, nodeIds: readonly string[]): WalkMeasures {
  const sections: WalkSection[] = [];
  const line: LngLat[] = [];
  const profile: HeightPoint[] = [];
  const kinds = new Set<EdgeKind>();
  const sum = {
    length: 0,
    rides: 0,
    seconds: 0,
    ascent: 0,
    descent: 0,
    unsurveyed: 0,
    estimated: 0,
  };
  const stairs = { up: { steps: 0, uncounted: 0 }, down: { steps: 0, uncounted: 0 } };

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
    const seconds = walkerSeconds(edge, rise);
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
    if (rideKinds.includes(edge.kind)) {
      sum.rides += 1;
      return;
    }
    if (rise !== undefined && rise > 0) sum.ascent += rise;
    if (rise !== undefined && rise < 0) sum.descent -= rise;
    if (edge.kind === 'steps') {
      // Stairs of unknown rise count as up: the harder of the two.
      const way = (rise ?? 0) >= 0 ? stairs.up : stairs.down;
      if (edge.stepCount === undefined) way.uncounted += edge.lengthMeters;
      else way.steps += edge.stepCount;
    } else if (edge.confidence === 'poor') sum.unsurveyed += edge.lengthMeters;
  });

  const toStairs = ({ steps, uncounted }: { steps: number; uncounted: number }): Stairs => ({
    steps,
    uncountedMeters: uncounted,
    unsurveyedMeters: sum.unsurveyed,
  });
  return {
    sections,
    line,
    profile,
    kinds,
    lengthMeters: sum.length,
    rides: sum.rides,
    seconds: sum.seconds,
    ascent: sum.ascent,
    descent: sum.descent,
    stairsUp: toStairs(stairs.up),
    stairsDown: toStairs(stairs.down),
    estimatedMeters: sum.estimated,
  };
}
