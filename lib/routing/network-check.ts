/**
 * The check of the authored network: what no city can be like, and what its own figures contradict. It looks only at what the features say;
 * what is unknown is not a mistake. References and walks are checked in lib/content/check.ts.
 */
import { distanceMeters, type LngLat, lineLengthMeters } from '@/lib/geo/position';
import { edgeKind } from './network';
import type { NetworkEdgeFeature, NetworkNodeFeature } from './network-schema';

export interface NetworkProblem {
  /** Id of the node or edge. */
  id: string;
  field: string;
  reason: string;
}

/** Nobody walks up a street steeper than this; Baldwin Street, the steepest there is, has 35 %. */
const STEEPEST_WAY = 0.35;
/** Stairs and escalators of 45°. */
const STEEPEST_STEPS = 1;
/** Two heights given to a decimetre may make the slope of a short edge look this much too high. */
const HEIGHT_ROUNDING_METERS = 0.2;
/** Lowest and highest rise of one step. */
const STEP_RISE_METERS = [0.08, 0.25] as const;
/** How far a rise given by a source may be off the heights of the nodes. */
const RISE_TOLERANCE_METERS = 1;
/** An incline is given in whole percents: over a long edge that is more than the tolerance of a rise. */
const INCLINE_ROUNDING = 0.005;
/** How much shorter than the straight line a length may be: lengths are given in whole metres. */
const LENGTH_TOLERANCE_METERS = 1;

type Tags = NetworkEdgeFeature['properties'];

/** An edge with what follows from its ends. */
interface Edge {
  tags: Tags;
  /** Straight line between its nodes. */
  straightMeters: number;
  lengthMeters: number;
  /** Height of its v above its u; undefined when one of them is unknown. */
  climbMeters: number | undefined;
}

/** Everything that is wrong with the network, node and edge by edge, in the order of the features. Edges that name an unknown node are left out. */
export function checkNetwork(
  nodes: readonly NetworkNodeFeature[],
  edges: readonly NetworkEdgeFeature[],
): NetworkProblem[] {
  const nodeById = new Map(nodes.map((node) => [node.properties._id, node]));
  const known: Edge[] = [];
  for (const { properties: tags, geometry } of edges) {
    const [from, to] = [nodeById.get(tags._u_id), nodeById.get(tags._v_id)];
    if (!from || !to) continue;
    const [low, high] = [from.properties.ele, to.properties.ele];
    known.push({
      tags,
      straightMeters: distanceMeters(from.geometry.coordinates, to.geometry.coordinates),
      lengthMeters: tags.length ?? lineLengthMeters(geometry.coordinates as readonly LngLat[]),
      climbMeters: low === undefined || high === undefined ? undefined : high - low,
    });
  }
  return [
    ...findIslands([...nodeById.keys()], known),
    ...known.flatMap((edge) => [
      ...checkLength(edge),
      ...checkHeights(edge),
      ...checkSlope(edge),
      ...checkSteps(edge),
    ]),
    ...checkLevels(known),
  ];
}

const meters = (value: number) => `${Math.round(value * 10) / 10} m`;
const percent = (value: number) => `${Math.round(value * 100)} %`;

/** Whether a person on foot can count on it: no cableway, no lift or escalator that is closed or not known to run. */
function isSureOnFoot({ tags }: Edge): boolean {
  return !tags.aerialway && (tags.operational_status ?? 'operational') === 'operational';
}

/** Pieces that nothing joins with the largest one on foot. */
function findIslands(ids: readonly string[], edges: readonly Edge[]): NetworkProblem[] {
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const edge of edges) {
    if (!isSureOnFoot(edge)) continue;
    neighbours.get(edge.tags._u_id)?.push(edge.tags._v_id);
    neighbours.get(edge.tags._v_id)?.push(edge.tags._u_id);
  }
  const seen = new Set<string>();
  const pieces: string[][] = [];
  for (const start of ids) {
    if (seen.has(start)) continue;
    seen.add(start);
    const piece = [start];
    // The piece grows while it is read.
    for (const id of piece)
      for (const next of neighbours.get(id) ?? [])
        if (!seen.has(next)) {
          seen.add(next);
          piece.push(next);
        }
    pieces.push(piece);
  }
  const mainland = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), []);
  return pieces
    .filter((piece) => piece !== mainland)
    .map((piece) => {
      const [id = ''] = piece;
      const names = piece.length > 5 ? `${piece.slice(0, 5).join(', ')}, …` : piece.join(', ');
      return {
        id,
        field: '_id',
        reason: `an island: nothing that is sure to be open joins ${names} (${piece.length} of ${ids.length} nodes) with the rest on foot`,
      };
    });
}

function checkLength({ tags, straightMeters, lengthMeters }: Edge): NetworkProblem[] {
  if (lengthMeters >= straightMeters - LENGTH_TOLERANCE_METERS) return [];
  return [
    {
      id: tags._id,
      field: 'length',
      reason: `${meters(lengthMeters)} is shorter than the straight line between its ends, ${meters(straightMeters)}`,
    },
  ];
}

/**
 * Height loops that do not close. With a height at every node a loop always closes, so what an edge says of its own (`rise`, `incline`, `climb`) must
 * agree with the heights of its nodes.
 */
function checkHeights({ tags, lengthMeters, climbMeters }: Edge): NetworkProblem[] {
  if (climbMeters === undefined) return [];
  const problems: NetworkProblem[] = [];
  const report = (field: string, reason: string) => problems.push({ id: tags._id, field, reason });
  if (tags.rise !== undefined && Math.abs(tags.rise - Math.abs(climbMeters)) > RISE_TOLERANCE_METERS)
    report(
      'rise',
      `${meters(tags.rise)}, but its nodes lie ${meters(Math.abs(climbMeters))} apart in height`,
    );
  if (tags.incline !== undefined) {
    const climb = tags.incline * lengthMeters;
    if (Math.abs(climb - climbMeters) > RISE_TOLERANCE_METERS + INCLINE_ROUNDING * lengthMeters)
      report(
        'incline',
        `${percent(tags.incline)} over ${meters(lengthMeters)} climbs ${meters(climb)}, but its nodes say ${meters(climbMeters)}: the loop does not close`,
      );
  }
  if (
    tags.climb !== undefined &&
    (tags.climb === 'up' ? climbMeters : -climbMeters) < -HEIGHT_ROUNDING_METERS
  )
    report('climb', `"${tags.climb}", but from its u to its v the heights change by ${meters(climbMeters)}`);
  return problems;
}

function checkSlope({ tags, lengthMeters, climbMeters }: Edge): NetworkProblem[] {
  const kind = edgeKind(tags);
  if (kind === 'elevator' || kind === 'cableway') return [];
  const isSteps = kind === 'steps' || kind === 'escalator';
  const steepest = isSteps ? STEEPEST_STEPS : STEEPEST_WAY;
  const allowed = `${isSteps ? 'steps' : 'a way'} cannot be steeper than ${percent(steepest)}`;
  if (tags.incline !== undefined && Math.abs(tags.incline) > steepest)
    return [{ id: tags._id, field: 'incline', reason: `${percent(tags.incline)}: ${allowed}` }];
  const climb = Math.abs(climbMeters ?? 0);
  if (climb <= steepest * lengthMeters + HEIGHT_ROUNDING_METERS) return [];
  return [
    {
      id: tags._id,
      field: 'ele',
      reason: `its nodes lie ${meters(climb)} apart in height over ${meters(lengthMeters)}, ${percent(climb / lengthMeters)}: ${allowed}`,
    },
  ];
}

function checkSteps({ tags, climbMeters }: Edge): NetworkProblem[] {
  const climb = tags.rise ?? (climbMeters === undefined ? undefined : Math.abs(climbMeters));
  if (tags.step_count === undefined || climb === undefined) return [];
  const each = climb / tags.step_count;
  const [lowest, highest] = STEP_RISE_METERS;
  if (each >= lowest && each <= highest) return [];
  return [
    {
      id: tags._id,
      field: 'step_count',
      reason: `${tags.step_count} steps over ${meters(climb)} are ${each.toFixed(2)} m each; a step is ${lowest} to ${highest} m`,
    },
  ];
}

type Floors = readonly (readonly [lowest: number, highest: number])[];

/** `1;11` and `-2-0` as spans of floors. Undefined when it cannot be read. */
function readFloors(level: string): Floors | undefined {
  const spans = level.split(';').map((part) => {
    const [, from, to = from] = /^\s*(-?\d+(?:\.\d+)?)(?:-(-?\d+(?:\.\d+)?))?\s*$/.exec(part) ?? [];
    return from === undefined ? undefined : ([Number(from), Number(to)] as const);
  });
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

const meet = (a: Floors, b: Floors) =>
  a.some(([aLow, aHigh]) => b.some(([bLow, bHigh]) => aLow <= bHigh && bLow <= aHigh));

/**
 * Missing levels. Most ways indoors say no floor, and nobody knows it; but where a way indoors or a lift says its floor, those that meet it there must say
 * theirs, and they must have one in common.
 */
function checkLevels(edges: readonly Edge[]): NetworkProblem[] {
  const problems: NetworkProblem[] = [];
  const report = (id: string, reason: string) => problems.push({ id, field: 'level', reason });
  const insideAt = new Map<string, Tags[]>();
  for (const { tags } of edges) {
    const kind = edgeKind(tags);
    if (kind !== 'elevator' && kind !== 'indoor' && tags.indoor !== 'yes') continue;
    for (const node of [tags._u_id, tags._v_id]) insideAt.set(node, [...(insideAt.get(node) ?? []), tags]);
    if (tags.level === undefined) continue;
    const floors = readFloors(tags.level);
    if (!floors) report(tags._id, `"${tags.level}" is not a floor; wanted is "1", "1;11" or "-2-0"`);
    else if (kind === 'elevator' && floors.length === 1 && floors[0]?.[0] === floors[0]?.[1])
      report(tags._id, `"${tags.level}": a lift joins at least two floors`);
  }
  const missing = new Set<string>();
  for (const [node, inside] of insideAt)
    for (const [index, other] of inside.entries()) {
      const floors = other.level === undefined ? undefined : readFloors(other.level);
      if (!floors) continue;
      inside.forEach((tags, at) => {
        if (tags.level === undefined) {
          if (!missing.has(tags._id))
            report(tags._id, `missing: "${other._id}", which meets it at "${node}", says ${other.level}`);
          missing.add(tags._id);
          return;
        }
        const own = at > index ? readFloors(tags.level) : undefined;
        if (own && !meet(own, floors))
          report(
            tags._id,
            `"${tags.level}" has no floor in common with "${other._id}" at "${node}" (${other.level})`,
          );
      });
    }
  return problems;
}
