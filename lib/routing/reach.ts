/** What can be reached in a time: streets with partial ends, and the area around them that no river, cliff or wall is crossed for. */
import type { LngLat } from '@/lib/geo/position';
import type { CostModel } from './cost';
import type { Plane } from './edge-index';
import { edgeKinds, rideKinds } from './network';
import type { PackedNetwork } from './packed-network';
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
  const scratch = scratchOf(search);
  const { fromStart, fromEnd, stamp, touched } = scratch;
  const generation = ++scratch.generation;
  let count = 0;
  const touch = (edge: number) => {
    if (stamp[edge] === generation) return;
    stamp[edge] = generation;
    fromStart[edge] = 0;
    fromEnd[edge] = 0;
    touched[count++] = edge;
  };
  const nodes = search.reachedNodes;
  let last = 0;
  for (const node of nodes) {
    const clock = search.secondsAt(node);
    last = clock;
    const end = network.adjacencyStart[node + 1] as number;
    for (let i = network.adjacencyStart[node] as number; i < end; i++) {
      const leaving = network.adjacency[i] as number;
      const edge = leaving >> 1;
      if (!model.evaluate(reverse ? leaving ^ 1 : leaving, reverse ? -clock : clock)) continue;
      if (model.violations !== 0) continue;
      const share = model.seconds === 0 ? 1 : Math.min(1, (maxSeconds - clock) / model.seconds);
      // Half a lift is nowhere.
      if (share <= 0 || (share < 1 && isRide[network.edgeKind[edge] as number])) continue;
      touch(edge);
      const shares = leaving & 1 ? fromEnd : fromStart;
      if (share > (shares[edge] as number)) shares[edge] = share;
    }
  }
  const around = aroundStart(start, model, maxSeconds, reverse);
  if (around) touch(start.edge);
  const edges: ReachedEdge[] = [];
  let meters = 0;
  for (let i = 0; i < count; i++) {
    const edge = touched[i] as number;
    const [low, high] = [fromStart[edge] as number, fromEnd[edge] as number];
    let parts: [number, number][];
    if (low + high >= 1) parts = [[0, 1]];
    else {
      parts = [];
      if (low > 0) parts.push([0, low]);
      if (high > 0) parts.push([1 - high, 1]);
    }
    if (around && edge === start.edge) parts = mergeParts([...parts, around]);
    for (const [from, to] of parts) meters += ((network.edgeLength[edge] as number) / 10) * (to - from);
    edges.push({ edge, parts });
  }
  return { edges, seconds: last, nodes: nodes.length, meters };
}

/** The part of its own edge a start reaches before any node; undefined when the edge cannot be taken. */
function aroundStart(
  start: Snap,
  model: CostModel,
  maxSeconds: number,
  reverse: boolean,
): [number, number] | undefined {
  let [low, high] = [start.fraction, start.fraction];
  for (const leaving of [start.edge * 2, start.edge * 2 + 1]) {
    if (!model.evaluate(reverse ? leaving ^ 1 : leaving, 0) || model.violations !== 0) continue;
    const share = model.seconds === 0 ? 1 : maxSeconds / model.seconds;
    if (leaving & 1) low = Math.max(0, start.fraction - share);
    else high = Math.min(1, start.fraction + share);
  }
  return high > low ? [low, high] : undefined;
}

/** Columns one reach after the other writes into, made once per search. */
interface Scratch {
  generation: number;
  stamp: Uint32Array;
  fromStart: Float32Array;
  fromEnd: Float32Array;
  touched: Uint32Array;
}

const scratches = new WeakMap<Search, Scratch>();

function scratchOf(search: Search): Scratch {
  let scratch = scratches.get(search);
  if (!scratch) {
    const { edgeCount } = search.network;
    scratch = {
      generation: 0,
      stamp: new Uint32Array(edgeCount),
      fromStart: new Float32Array(edgeCount),
      fromEnd: new Float32Array(edgeCount),
      touched: new Uint32Array(edgeCount),
    };
    scratches.set(search, scratch);
  }
  return scratch;
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
const SAMPLE_METERS = 16;
const [NOTHING, REACHED, OTHER] = [0, 1, 2];

/** A raster over the plane: what the street nearest to each cell is, and how far it is. */
class Raster {
  readonly label: Uint8Array;
  readonly distance: Float32Array;

  constructor(
    private readonly network: PackedNetwork,
    private readonly plane: Plane,
    readonly west: number,
    readonly south: number,
    readonly columns: number,
    readonly rows: number,
  ) {
    this.label = new Uint8Array(columns * rows);
    this.distance = new Float32Array(columns * rows).fill(1e9);
  }

  private mark(x: number, y: number, kind: number) {
    const [across, up] = [(x - this.west) / CELL_METERS, (y - this.south) / CELL_METERS];
    const column = Math.round(across);
    const row = Math.round(up);
    if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return;
    const cell = row * this.columns + column;
    const [dx, dy] = [across - column, up - row];
    const meters = Math.sqrt(dx * dx + dy * dy) * CELL_METERS;
    if (meters < (this.distance[cell] as number)) {
      this.distance[cell] = meters;
      this.label[cell] = kind;
    }
  }

  private markLine(ax: number, ay: number, bx: number, by: number, length: number, kind: number) {
    const count = Math.max(1, Math.ceil(length / SAMPLE_METERS));
    for (let step = 0; step <= count; step++)
      this.mark(ax + ((bx - ax) * step) / count, ay + ((by - ay) * step) / count, kind);
  }

  /** Point i of an edge: before its shape its `from`, after it its `to`. */
  private pointX(edge: number, i: number): number {
    const { network, plane } = this;
    if (i < (network.shapeStart[edge] as number)) return plane.x[network.edgeFrom[edge] as number] as number;
    if (i >= (network.shapeStart[edge + 1] as number))
      return plane.x[network.edgeTo[edge] as number] as number;
    return plane.shapeX[i] as number;
  }

  private pointY(edge: number, i: number): number {
    const { network, plane } = this;
    if (i < (network.shapeStart[edge] as number)) return plane.y[network.edgeFrom[edge] as number] as number;
    if (i >= (network.shapeStart[edge + 1] as number))
      return plane.y[network.edgeTo[edge] as number] as number;
    return plane.shapeY[i] as number;
  }

  /** Marks a part of an edge, given as shares of its length. */
  markEdge(edge: number, from: number, to: number, kind: number) {
    const first = this.network.shapeStart[edge] as number;
    const last = this.network.shapeStart[edge + 1] as number;
    let total = 0;
    for (let i = first; i <= last; i++) {
      const dx = this.pointX(edge, i) - this.pointX(edge, i - 1);
      const dy = this.pointY(edge, i) - this.pointY(edge, i - 1);
      total += Math.sqrt(dx * dx + dy * dy);
    }
    const [low, high] = [from * total, to * total];
    let walked = 0;
    for (let i = first; i <= last; i++) {
      const ax = this.pointX(edge, i - 1);
      const ay = this.pointY(edge, i - 1);
      const bx = this.pointX(edge, i);
      const by = this.pointY(edge, i);
      const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
      const [a, b] = [Math.max(low, walked) - walked, Math.min(high, walked + length) - walked];
      if (b >= a && length > 0)
        this.markLine(
          ax + ((bx - ax) * a) / length,
          ay + ((by - ay) * a) / length,
          ax + ((bx - ax) * b) / length,
          ay + ((by - ay) * b) / length,
          b - a,
          kind,
        );
      walked += length;
    }
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
  const reachedParts = new Map<number, ReachedEdge['parts']>();
  for (const { edge, parts } of edges) {
    reachedParts.set(edge, parts);
    for (const node of [network.edgeFrom[edge] as number, network.edgeTo[edge] as number]) {
      west = Math.min(west, plane.x[node] as number);
      east = Math.max(east, plane.x[node] as number);
      south = Math.min(south, plane.y[node] as number);
      north = Math.max(north, plane.y[node] as number);
    }
    for (let i = network.shapeStart[edge] as number; i < (network.shapeStart[edge + 1] as number); i++) {
      west = Math.min(west, plane.shapeX[i] as number);
      east = Math.max(east, plane.shapeX[i] as number);
      south = Math.min(south, plane.shapeY[i] as number);
      north = Math.max(north, plane.shapeY[i] as number);
    }
  }
  const margin = AREA_METERS + 2 * CELL_METERS;
  west -= margin;
  south -= margin;
  const columns = Math.ceil((east + margin - west) / CELL_METERS) + 1;
  const rows = Math.ceil((north + margin - south) / CELL_METERS) + 1;
  const raster = new Raster(network, plane, west, south, columns, rows);
  for (const edge of search.index.within(west, south, east + margin, north + margin)) {
    if (isRide[network.edgeKind[edge] as number]) continue;
    let at = 0;
    for (const [from, to] of reachedParts.get(edge) ?? []) {
      if (from > at) raster.markEdge(edge, at, from, OTHER);
      raster.markEdge(edge, from, to, REACHED);
      at = to;
    }
    if (at < 1) raster.markEdge(edge, at, 1, OTHER);
  }
  const { label, distance } = raster;
  spread(label, distance, columns, rows);
  const field = new Float32Array(columns * rows);
  for (let cell = 0; cell < field.length; cell++)
    field[cell] = label[cell] === REACHED ? AREA_METERS - (distance[cell] as number) : -CELL_METERS;
  return traceRings(field, columns, rows).map((polygon) =>
    polygon.map((ring) =>
      ring.map(
        ([across, up]): LngLat => [
          plane.lng0 + (west + across * CELL_METERS) / plane.perLng,
          plane.lat0 + (south + up * CELL_METERS) / plane.perLat,
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
  const next = new Int32Array(columns * rows * 2).fill(-1);
  const starts: number[] = [];
  for (let row = 0; row < rows - 1; row++)
    for (let column = 0; column < columns - 1; column++) {
      const cell = row * columns + column;
      const shape =
        ((field[cell] as number) > 0 ? 1 : 0) |
        ((field[cell + 1] as number) > 0 ? 2 : 0) |
        ((field[cell + columns + 1] as number) > 0 ? 4 : 0) |
        ((field[cell + columns] as number) > 0 ? 8 : 0);
      if (shape === 0 || shape === 15) continue;
      for (const [from, to] of cases[shape] ?? []) {
        const side = sideOf(column, row, to);
        next[side] = sideOf(column, row, from);
        starts.push(side);
      }
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
  for (const start of starts) {
    if (next[start] === -1) continue;
    const ring: [number, number][] = [];
    for (let at = start; next[at] !== -1; ) {
      ring.push(pointOf(at));
      const after = next[at] as number;
      next[at] = -1;
      at = after;
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
