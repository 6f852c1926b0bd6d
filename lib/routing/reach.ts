/** What can be reached in a time: streets with partial ends, and the area around them that no river, cliff or wall is crossed for. */
import type { LngLat } from '@/lib/geo/position';
import type { CostModel } from './cost';
import { onPlane, type Plane } from './edge-index';
import { edgeKinds, rideKinds } from './network';
import { edgeGeometry, type PackedNetwork } from './packed-network';
import type { Search, Snap } from './search';

/** An edge and the parts of it that are reached, as shares from its `from`: in order, apart from each other. */
export interface ReachedEdge {
  edge: number;
  parts: readonly (readonly [from: number, to: number])[];
}

export interface Reach {
  edges: ReachedEdge[];
  /** Seconds at the farthest node. */
  seconds: number;
  nodes: number;
  meters: number;
}

const isRide = edgeKinds.map((kind) => rideKinds.includes(kind));

/** Streets within `maxSeconds` from (or to, `reverse`) a place. */
export function findReach(
  search: Search,
  start: Snap,
  model: CostModel,
  maxSeconds: number,
  reverse = false,
): Reach {
  const { network } = search;
  search.explore([start], model, maxSeconds, reverse);
  const found = new Map<number, [number, number][]>();
  const add = (edge: number, from: number, to: number) => {
    const parts = found.get(edge);
    if (parts) parts.push([from, to]);
    else found.set(edge, [[from, to]]);
  };
  const nodes = search.reachedNodes;
  let last = 0;
  for (const node of nodes) {
    const clock = search.secondsAt(node);
    last = clock;
    const end = network.adjacencyStart[node + 1] as number;
    for (let i = network.adjacencyStart[node] as number; i < end; i++) {
      const leaving = network.adjacency[i] as number;
      const slot = reverse ? leaving ^ 1 : leaving;
      if (!model.evaluate(slot, reverse ? -clock : clock) || model.violations !== 0) continue;
      const share = model.seconds === 0 ? 1 : Math.min(1, (maxSeconds - clock) / model.seconds);
      // Half a lift is nowhere.
      if (share <= 0 || (share < 1 && isRide[network.edgeKind[leaving >> 1] as number])) continue;
      if (leaving & 1) add(leaving >> 1, 1 - share, 1);
      else add(leaving >> 1, 0, share);
    }
  }
  for (const leaving of [start.edge * 2, start.edge * 2 + 1]) {
    if (!model.evaluate(reverse ? leaving ^ 1 : leaving, 0) || model.violations !== 0) continue;
    const share = model.seconds === 0 ? 1 : maxSeconds / model.seconds;
    if (leaving & 1) add(start.edge, Math.max(0, start.fraction - share), start.fraction);
    else add(start.edge, start.fraction, Math.min(1, start.fraction + share));
  }
  const edges: ReachedEdge[] = [];
  let meters = 0;
  for (const [edge, parts] of found) {
    const merged = mergeParts(parts);
    edges.push({ edge, parts: merged });
    for (const [from, to] of merged) meters += ((network.edgeLength[edge] as number) / 10) * (to - from);
  }
  return { edges, seconds: last, nodes: nodes.length, meters };
}

/** Parts in order, those that touch made one. */
function mergeParts(parts: [number, number][]): [number, number][] {
  if (parts.length < 2) return parts;
  parts.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last && part[0] <= last[1]) last[1] = Math.max(last[1], part[1]);
    else merged.push(part);
  }
  return merged;
}

/** Side of a cell of the raster, and how far from a reached street an area still counts, in metres. */
const CELL_METERS = 20;
const AREA_METERS = 40;
const [NOTHING, REACHED, OTHER] = [0, 1, 2];

/** Points every few metres along a part of an edge, in metres on the plane. */
function forEachSample(
  network: PackedNetwork,
  plane: Plane,
  edge: number,
  from: number,
  to: number,
  visit: (x: number, y: number) => void,
): void {
  const xy = edgeGeometry(network, edge).map((point) => onPlane(plane, point));
  let total = 0;
  for (let i = 1; i < xy.length; i++)
    total += Math.hypot((xy[i]?.[0] ?? 0) - (xy[i - 1]?.[0] ?? 0), (xy[i]?.[1] ?? 0) - (xy[i - 1]?.[1] ?? 0));
  const [low, high] = [from * total, to * total];
  let walked = 0;
  for (let i = 1; i < xy.length; i++) {
    const [ax, ay] = xy[i - 1] as readonly [number, number];
    const [bx, by] = xy[i] as readonly [number, number];
    const length = Math.hypot(bx - ax, by - ay);
    const [start, end] = [Math.max(low, walked) - walked, Math.min(high, walked + length) - walked];
    if (end >= start && length > 0) {
      const count = Math.max(1, Math.ceil((end - start) / (CELL_METERS / 2)));
      for (let step = 0; step <= count; step++) {
        const at = (start + ((end - start) * step) / count) / length;
        visit(ax + at * (bx - ax), ay + at * (by - ay));
      }
    }
    walked += length;
  }
}

/**
 * The area of a reach as rings of a MultiPolygon (RFC 7946: outer rings anticlockwise, holes clockwise). A spot belongs to it only when the nearest
 * street of all is a reached one within 40 m: so it cannot leak over a river, up a cliff or through a wall to streets nobody reached.
 */
export function reachPolygon(search: Search, { edges }: Reach): LngLat[][][] {
  const { network, plane } = search;
  if (edges.length === 0) return [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const reachedParts = new Map(edges.map(({ edge, parts }) => [edge, parts]));
  for (const { edge, parts } of edges)
    for (const [from, to] of parts)
      forEachSample(network, plane, edge, from, to, (x, y) => {
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
      });
  const margin = AREA_METERS + 2 * CELL_METERS;
  west -= margin;
  south -= margin;
  const columns = Math.ceil((east + margin - west) / CELL_METERS) + 1;
  const rows = Math.ceil((north + margin - south) / CELL_METERS) + 1;
  const label = new Uint8Array(columns * rows);
  const distance = new Float32Array(columns * rows).fill(1e9);
  const mark = (kind: number) => (x: number, y: number) => {
    const column = Math.round((x - west) / CELL_METERS);
    const row = Math.round((y - south) / CELL_METERS);
    if (column < 0 || row < 0 || column >= columns || row >= rows) return;
    const cell = row * columns + column;
    const meters = Math.hypot(x - west - column * CELL_METERS, y - south - row * CELL_METERS);
    if (meters < (distance[cell] as number)) {
      distance[cell] = meters;
      label[cell] = kind;
    }
  };
  const [markReached, markOther] = [mark(REACHED), mark(OTHER)];
  for (const edge of search.index.within(
    west,
    south,
    west + columns * CELL_METERS,
    south + rows * CELL_METERS,
  )) {
    if (isRide[network.edgeKind[edge] as number]) continue;
    let at = 0;
    for (const [from, to] of reachedParts.get(edge) ?? []) {
      if (from > at) forEachSample(network, plane, edge, at, from, markOther);
      forEachSample(network, plane, edge, from, to, markReached);
      at = to;
    }
    if (at < 1) forEachSample(network, plane, edge, at, 1, markOther);
  }
  spread(label, distance, columns, rows);
  const field = new Float32Array(columns * rows);
  for (let cell = 0; cell < field.length; cell++)
    field[cell] = label[cell] === REACHED ? AREA_METERS - (distance[cell] as number) : -CELL_METERS;
  return traceRings(field, columns, rows).map((polygon) =>
    polygon.map((ring) =>
      ring.map(
        ([x, y]): LngLat => [
          plane.lng0 + (west + x * CELL_METERS) / plane.perLng,
          plane.lat0 + (south + y * CELL_METERS) / plane.perLat,
        ],
      ),
    ),
  );
}

/** Gives every cell the label of its nearest marked one (two passes of a 3 × 3 chamfer: a few per cent off, never across a nearer street). */
function spread(label: Uint8Array, distance: Float32Array, columns: number, rows: number) {
  const straight = CELL_METERS;
  const slanted = CELL_METERS * Math.SQRT2;
  const take = (cell: number, other: number, step: number) => {
    if (label[other] === NOTHING) return;
    const meters = (distance[other] as number) + step;
    if (meters < (distance[cell] as number)) {
      distance[cell] = meters;
      label[cell] = label[other] as number;
    }
  };
  for (let row = 1; row < rows - 1; row++)
    for (let column = 1; column < columns - 1; column++) {
      const cell = row * columns + column;
      take(cell, cell - 1, straight);
      take(cell, cell - columns, straight);
      take(cell, cell - columns - 1, slanted);
      take(cell, cell - columns + 1, slanted);
    }
  for (let row = rows - 2; row > 0; row--)
    for (let column = columns - 2; column > 0; column--) {
      const cell = row * columns + column;
      take(cell, cell + 1, straight);
      take(cell, cell + columns, straight);
      take(cell, cell + columns + 1, slanted);
      take(cell, cell + columns - 1, slanted);
    }
}

/** Sides of a square crossed by the border for each of the sixteen cases, inside on the left: bottom 0, right 1, top 2, left 3. */
const cases: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/** Marching squares at level 0: polygons, each its outer ring and its holes, in cells. */
function traceRings(field: Float32Array, columns: number, rows: number): [number, number][][][] {
  // A side is known by its lower left cell: horizontal sides even, vertical ones odd.
  const sideOf = (column: number, row: number, side: number) =>
    side === 0
      ? (row * columns + column) * 2
      : side === 1
        ? (row * columns + column + 1) * 2 + 1
        : side === 2
          ? ((row + 1) * columns + column) * 2
          : (row * columns + column) * 2 + 1;
  const next = new Map<number, number>();
  for (let row = 0; row < rows - 1; row++)
    for (let column = 0; column < columns - 1; column++) {
      const cell = row * columns + column;
      const shape =
        ((field[cell] as number) > 0 ? 1 : 0) |
        ((field[cell + 1] as number) > 0 ? 2 : 0) |
        ((field[cell + columns + 1] as number) > 0 ? 4 : 0) |
        ((field[cell + columns] as number) > 0 ? 8 : 0);
      for (const [from, to] of cases[shape] ?? [])
        next.set(sideOf(column, row, to), sideOf(column, row, from));
    }
  const pointOf = (side: number): [number, number] => {
    const cell = side >> 1;
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    const a = field[cell] as number;
    const b = field[side & 1 ? cell + columns : cell + 1] as number;
    const share = a / (a - b);
    return side & 1 ? [column, row + share] : [column + share, row];
  };
  const outer: { ring: [number, number][]; holes: [number, number][][] }[] = [];
  const holes: [number, number][][] = [];
  const left = new Set(next.keys());
  for (const start of next.keys()) {
    if (!left.has(start)) continue;
    const ring: [number, number][] = [];
    let at = start;
    while (left.delete(at)) {
      ring.push(pointOf(at));
      at = next.get(at) as number;
    }
    if (ring.length < 3) continue;
    ring.push(ring[0] as [number, number]);
    if (areaOf(ring) > 0) outer.push({ ring, holes: [] });
    else holes.push(ring);
  }
  for (const hole of holes) {
    const [x, y] = hole[0] as [number, number];
    const around = outer
      .filter(({ ring }) => isInside(ring, x, y))
      .sort((a, b) => areaOf(a.ring) - areaOf(b.ring))[0];
    around?.holes.push(hole);
  }
  return outer.map(({ ring, holes }) => [ring, ...holes]);
}

function areaOf(ring: readonly (readonly [number, number])[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as readonly [number, number];
    const [bx, by] = ring[i] as readonly [number, number];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

/** Even-odd rule. */
export function isInside(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as readonly [number, number];
    const [bx, by] = ring[j] as readonly [number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
