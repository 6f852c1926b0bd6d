/** What can be reached in a time: streets with partial ends, and the area around them that no river, cliff or wall is crossed for. */
import type { LngLat } from '@/lib/geo/position';
import type { CostModel } from './cost';
import type { Plane } from './edge-index';
import { EDGE_WORDS, edgeRecordsOf, LENGTH } from './edge-records';
import { edgeKinds, rideKinds } from './network';
import type { PackedNetwork } from './packed-network';
import type { Search, Snap } from './search';

/**
 * What is reached, part by part, in columns of numbers: the edge, and from and to which share of its length, seen from its `from`. Most edges are one
 * part, from 0 to 1; the parts of others follow each other, in order and apart.
 */
export interface ReachedParts {
  edge: Uint32Array;
  from: Float64Array;
  to: Float64Array;
}

export interface Reach {
  parts: ReachedParts;
  /** Seconds at the farthest node. */
  seconds: number;
  nodes: number;
  meters: number;
}

/** Streets within `maxSeconds` from (or to, `reverse`) a place; the clock of the model then stands at the arrival. */
export function findReach(
  search: Search,
  start: Snap,
  model: CostModel,
  maxSeconds: number,
  reverse = false,
): Reach {
  search.explore([start], model, maxSeconds, reverse);
  const { notes } = workshopOf(search);
  notes.begin();
  // Most ways the search has weighed already, from the end it came to first.
  const { slots, clocks, seconds } = search.takenSlots;
  for (let k = 0; k < slots.length; k++)
    notes.take(slots[k] as number, maxSeconds - (clocks[k] as number), seconds[k] as number);
  const nodes = search.reachedNodes;
  const { adjacency, adjacencyStart } = search.network;
  let last = 0;
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k] as number;
    const clock = search.secondsAt(node);
    last = clock;
    const end = adjacencyStart[node + 1] as number;
    for (let i = adjacencyStart[node] as number; i < end; i++) {
      const leaving = adjacency[i] as number;
      if (notes.isPassed(leaving >>> 1)) continue;
      const isWay = reverse
        ? model.evaluateBefore(leaving ^ 1, clock, 1, -1)
        : model.evaluate(leaving, clock, -1);
      if (isWay && model.violations === 0) notes.take(leaving, maxSeconds - clock, model.seconds);
    }
  }
  const parts = notes.toParts(start.edge, aroundStart(start, model, maxSeconds, reverse));
  return { parts, seconds: last, nodes: nodes.length, meters: metersOf(search.network, parts) };
}

function metersOf(network: PackedNetwork, { edge, from, to }: ReachedParts): number {
  const { numbers } = edgeRecordsOf(network);
  let meters = 0;
  for (let i = 0; i < edge.length; i++)
    meters +=
      (numbers[(edge[i] as number) * EDGE_WORDS + LENGTH] as number) *
      ((to[i] as number) - (from[i] as number));
  return meters;
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
    const part = leaving & 1 ? start.fraction : 1 - start.fraction;
    const isWay = reverse ? model.evaluateBefore(leaving ^ 1, 0, part) : model.evaluate(leaving, 0);
    if (!isWay || model.violations !== 0) continue;
    const share = model.seconds === 0 ? 1 : maxSeconds / model.seconds;
    if (leaving & 1) low = Math.max(0, start.fraction - share);
    else high = Math.min(1, start.fraction + share);
  }
  return high > low ? [low, high] : undefined;
}

/** How an edge lies: from one corner of its box straight to the opposite one, south-west to north-east but for these two bits; or otherwise. */
const [FROM_EAST, FROM_NORTH, BENT, RIDE] = [1, 2, 4, 5];

/**
 * What one reach after the other notes of every edge, in columns as narrow as can be: fetching memory takes a third of its time. A stamp tells the
 * notes of the present reach from older ones: nothing is cleared.
 */
class Notes {
  readonly forms: Uint8Array;
  private current = 0;
  private readonly stamps: Uint32Array;
  /** Share of an edge reached along each of its slots. */
  private readonly shares: Float32Array;
  /** Edges noted, in order. */
  private readonly noted: Uint32Array;
  private count = 0;
  /** Where the parts are gathered before they are handed out. */
  private room: ReachedParts = {
    edge: new Uint32Array(0),
    from: new Float64Array(0),
    to: new Float64Array(0),
  };

  constructor({ network, plane: { x, y } }: Search) {
    const { edgeCount, edgeFrom, edgeTo, edgeKind, shapeStart } = network;
    this.stamps = new Uint32Array(edgeCount);
    this.shares = new Float32Array(2 * edgeCount);
    this.noted = new Uint32Array(edgeCount);
    this.forms = new Uint8Array(edgeCount);
    const isRide = edgeKinds.map((kind) => rideKinds.includes(kind));
    for (let edge = 0; edge < edgeCount; edge++) {
      const from = edgeFrom[edge] as number;
      const to = edgeTo[edge] as number;
      if (isRide[edgeKind[edge] as number]) this.forms[edge] = RIDE;
      else if (shapeStart[edge] !== shapeStart[edge + 1]) this.forms[edge] = BENT;
      else
        this.forms[edge] =
          ((x[from] as number) > (x[to] as number) ? FROM_EAST : 0) |
          ((y[from] as number) > (y[to] as number) ? FROM_NORTH : 0);
    }
  }

  /** Begins anew, with nothing noted. */
  begin() {
    this.current++;
    this.count = 0;
  }

  has(edge: number): boolean {
    return this.stamps[edge] === this.current;
  }

  /** Remembers an edge, and nothing of it. */
  stamp(edge: number) {
    this.stamps[edge] = this.current;
  }

  add(edge: number) {
    if (this.has(edge)) return;
    this.stamps[edge] = this.current;
    this.shares[2 * edge] = 0;
    this.shares[2 * edge + 1] = 0;
    this.noted[this.count++] = edge;
  }

  /** Counts in what is reached of a slot by who has so much time left at its tail and takes so many seconds for all of it. */
  take(slot: number, secondsLeft: number, seconds: number) {
    const share = seconds === 0 ? 1 : Math.min(1, secondsLeft / seconds);
    // Half a lift is nowhere.
    if (share <= 0 || (share < 1 && this.forms[slot >>> 1] === RIDE)) return;
    this.add(slot >>> 1);
    if (share > (this.shares[slot] as number)) this.shares[slot] = share;
  }

  /** Whether an edge is passed whole from one of its ends. */
  isPassed(edge: number): boolean {
    return this.has(edge) && (this.shares[2 * edge] === 1 || this.shares[2 * edge + 1] === 1);
  }

  private roomFor(parts: number): ReachedParts {
    if (this.room.edge.length < parts)
      this.room = {
        edge: new Uint32Array(2 * parts),
        from: new Float64Array(2 * parts),
        to: new Float64Array(2 * parts),
      };
    return this.room;
  }

  /** All that was noted, in that order, with what lies `around` the start on its own edge. */
  toParts(startEdge: number, around: readonly [number, number] | undefined): ReachedParts {
    if (around) this.add(startEdge);
    const { count, noted, shares } = this;
    const { edge: edges, from: froms, to: tos } = this.roomFor(2 * count + 1);
    let parts = 0;
    /** Adds the next part of an edge, to the one before where they meet: that around the start may, on both sides. */
    const put = (edge: number, from: number, to: number) => {
      const before = parts - 1;
      if (before >= 0 && edges[before] === edge && from <= (tos[before] as number)) {
        froms[before] = Math.min(froms[before] as number, from);
        tos[before] = Math.max(tos[before] as number, to);
        return;
      }
      edges[parts] = edge;
      froms[parts] = from;
      tos[parts++] = to;
    };
    for (let i = 0; i < count; i++) {
      const edge = noted[i] as number;
      const low = shares[2 * edge] as number;
      const high = shares[2 * edge + 1] as number;
      if (low + high >= 1) {
        put(edge, 0, 1);
        continue;
      }
      if (low > 0) put(edge, 0, low);
      if (around && edge === startEdge) put(edge, ...around);
      if (high > 0) put(edge, 1 - high, 1);
    }
    return { edge: edges.slice(0, parts), from: froms.slice(0, parts), to: tos.slice(0, parts) };
  }
}

/** What one reach after the other works with, made once per search. */
interface Workshop {
  notes: Notes;
  raster: Raster;
}

const workshops = new WeakMap<Search, Workshop>();

function workshopOf(search: Search): Workshop {
  let workshop = workshops.get(search);
  if (!workshop) {
    workshop = { notes: new Notes(search), raster: new Raster(search.network, search.plane) };
    workshops.set(search, workshop);
  }
  return workshop;
}

/** Side of a cell of the raster, in metres; all that follows is in cells. */
const CELL_METERS = 25;
const PER_METER = 1 / CELL_METERS;
/** How far from a reached street an area still counts, and how far apart a street leaves its marks. */
const AREA = 40 / CELL_METERS;
const SAMPLE = 0.8;
/** Streets farther from all reached ones change nothing; a cell to spare. */
const INFLUENCE = Math.ceil(2 * AREA + 1);
const FAR_OFF = 1e9;
const [REACHED, OTHER] = [1, 2];

/** A raster over a part of the plane: what the street nearest to each cell is, and how far it is. Its memory serves one reach after the other. */
class Raster {
  columns = 0;
  rows = 0;
  /** First and last column of each row that lie near enough to a reached street. */
  first = new Int32Array(0);
  last = new Int32Array(0);
  label = new Uint8Array(0);
  distance = new Float32Array(0);
  private sides = new Int32Array(0);
  private west = 0;
  private south = 0;

  constructor(
    private readonly network: PackedNetwork,
    private readonly plane: Plane,
  ) {}

  /** Clears it and lays it over a box around so many edges, which it returns, in metres. */
  begin(edges: Uint32Array): [west: number, south: number, east: number, north: number] {
    const { edgeFrom, edgeTo, shapeStart } = this.network;
    const { x, y, shapeX, shapeY } = this.plane;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i] as number;
      const [from, to] = [edgeFrom[edge] as number, edgeTo[edge] as number];
      west = Math.min(west, x[from] as number, x[to] as number);
      east = Math.max(east, x[from] as number, x[to] as number);
      south = Math.min(south, y[from] as number, y[to] as number);
      north = Math.max(north, y[from] as number, y[to] as number);
      const end = shapeStart[edge + 1] as number;
      for (let point = shapeStart[edge] as number; point < end; point++) {
        west = Math.min(west, shapeX[point] as number);
        east = Math.max(east, shapeX[point] as number);
        south = Math.min(south, shapeY[point] as number);
        north = Math.max(north, shapeY[point] as number);
      }
    }
    const margin = (INFLUENCE + 1) * CELL_METERS;
    [west, south, east, north] = [west - margin, south - margin, east + margin, north + margin];
    this.west = west;
    this.south = south;
    this.columns = Math.ceil((east - west) / CELL_METERS) + 1;
    this.rows = Math.ceil((north - south) / CELL_METERS) + 1;
    const cells = this.columns * this.rows;
    if (this.label.length < cells) {
      this.label = new Uint8Array(cells);
      this.distance = new Float32Array(cells);
    }
    if (this.first.length < this.rows) {
      this.first = new Int32Array(this.rows);
      this.last = new Int32Array(this.rows);
    }
    this.distance.fill(FAR_OFF, 0, cells);
    this.label.fill(0, 0, cells);
    this.first.fill(this.columns);
    this.last.fill(-1);
    return [west, south, east, north];
  }

  /** A point of the raster in degrees. */
  toLngLat(across: number, up: number): LngLat {
    const { plane } = this;
    return [
      plane.lng0 + (this.west + across * CELL_METERS) / plane.perLng,
      plane.lat0 + (this.south + up * CELL_METERS) / plane.perLat,
    ];
  }

  /** Marks all of an edge, at equal steps along it and at its end: how its corners lie changes nothing. */
  markWhole(edge: number, kind: number) {
    const { shapeStart, edgeFrom, edgeTo } = this.network;
    const { x, y, shapeX, shapeY } = this.plane;
    const [start, end] = [edgeFrom[edge] as number, edgeTo[edge] as number];
    const stop = shapeStart[edge + 1] as number;
    let ax = ((x[start] as number) - this.west) * PER_METER;
    let ay = ((y[start] as number) - this.south) * PER_METER;
    // How far on the next mark stands.
    let ahead = 0;
    for (let i = shapeStart[edge] as number; i <= stop; i++) {
      const bx = (((i < stop ? shapeX[i] : x[end]) as number) - this.west) * PER_METER;
      const by = (((i < stop ? shapeY[i] : y[end]) as number) - this.south) * PER_METER;
      const spanX = bx - ax;
      const spanY = by - ay;
      const length = Math.sqrt(spanX * spanX + spanY * spanY);
      if (ahead < length) {
        const stepX = spanX / length;
        const stepY = spanY / length;
        for (; ahead < length; ahead += SAMPLE) this.mark(ax + stepX * ahead, ay + stepY * ahead, kind);
      }
      ahead -= length;
      ax = bx;
      ay = by;
    }
    this.mark(ax, ay, kind);
  }

  /** Marks a part of an edge, given as shares of its length. */
  markPart(edge: number, from: number, to: number, kind: number) {
    const { shapeStart, edgeFrom, edgeTo } = this.network;
    const { x, y, shapeX, shapeY } = this.plane;
    const end = edgeTo[edge] as number;
    const stop = shapeStart[edge + 1] as number;
    const total = this.lengthOf(edge);
    let walked = 0;
    let ax = x[edgeFrom[edge] as number] as number;
    let ay = y[edgeFrom[edge] as number] as number;
    for (let i = shapeStart[edge] as number; i <= stop; i++) {
      const bx = (i < stop ? shapeX[i] : x[end]) as number;
      const by = (i < stop ? shapeY[i] : y[end]) as number;
      const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
      const a = Math.max(0, (from * total - walked) / length);
      const b = Math.min(1, (to * total - walked) / length);
      walked += length;
      if (a <= b)
        this.markLine(ax + (bx - ax) * a, ay + (by - ay) * a, ax + (bx - ax) * b, ay + (by - ay) * b, kind);
      ax = bx;
      ay = by;
    }
  }

  private lengthOf(edge: number): number {
    const { shapeStart, edgeFrom, edgeTo } = this.network;
    const { x, y, shapeX, shapeY } = this.plane;
    const end = edgeTo[edge] as number;
    const stop = shapeStart[edge + 1] as number;
    let length = 0;
    let ax = x[edgeFrom[edge] as number] as number;
    let ay = y[edgeFrom[edge] as number] as number;
    for (let i = shapeStart[edge] as number; i <= stop; i++) {
      const bx = (i < stop ? shapeX[i] : x[end]) as number;
      const by = (i < stop ? shapeY[i] : y[end]) as number;
      length += Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
      ax = bx;
      ay = by;
    }
    return length;
  }

  /** Marks a straight line, given in metres of the plane. */
  markLine(fromX: number, fromY: number, toX: number, toY: number, kind: number) {
    const spanX = (toX - fromX) * PER_METER;
    const spanY = (toY - fromY) * PER_METER;
    const count = (Math.sqrt(spanX * spanX + spanY * spanY) / SAMPLE + 1) | 0;
    const stepX = spanX / count;
    const stepY = spanY / count;
    const firstX = (fromX - this.west) * PER_METER;
    const firstY = (fromY - this.south) * PER_METER;
    for (let step = 0; step <= count; step++) this.mark(firstX + step * stepX, firstY + step * stepY, kind);
  }

  /** Marks a point of the raster. */
  private mark(x: number, y: number, kind: number) {
    const { columns, rows, first, last, distance } = this;
    // Rounds: the raster begins left of and below everything reached, and the rest is not marked there.
    const column = (x + 0.5) | 0;
    const row = (y + 0.5) | 0;
    if (row < 0 || row >= rows) return;
    if (kind === REACHED) {
      if (column < (first[row] as number)) first[row] = column;
      if (column > (last[row] as number)) last[row] = column;
    } else if (column < (first[row] as number) || column > (last[row] as number)) return;
    const cell = row * columns + column;
    const dx = x - column;
    const dy = y - row;
    const known = distance[cell] as number;
    const squared = dx * dx + dy * dy;
    if (squared >= known * known) return;
    distance[cell] = Math.sqrt(squared);
    this.label[cell] = kind;
  }

  /** Whether a street in such a box may be nearer to some cell of the area than those that are reached. */
  matters(west: number, south: number, east: number, north: number): boolean {
    const { first, last } = this;
    const begin = ((west - this.west) * PER_METER + 0.5) | 0;
    const end = ((east - this.west) * PER_METER + 0.5) | 0;
    const top = Math.min(this.rows - 1, ((north - this.south) * PER_METER + 0.5) | 0);
    for (let row = Math.max(0, ((south - this.south) * PER_METER + 0.5) | 0); row <= top; row++)
      if (end >= (first[row] as number) && begin <= (last[row] as number)) return true;
    return false;
  }

  /** When all that is reached has been marked: widens the rows to whatever could lie nearer to another street. */
  widen() {
    const { rows, columns } = this;
    const [first, last] = [this.first.slice(0, rows), this.last.slice(0, rows)];
    for (let row = 0; row < rows; row++)
      for (let near = Math.max(0, row - INFLUENCE); near <= Math.min(rows - 1, row + INFLUENCE); near++) {
        if ((last[near] as number) < 0) continue;
        this.first[row] = Math.max(
          1,
          Math.min(this.first[row] as number, (first[near] as number) - INFLUENCE),
        );
        this.last[row] = Math.min(
          columns - 2,
          Math.max(this.last[row] as number, (last[near] as number) + INFLUENCE),
        );
      }
  }

  /** Gives every cell the label of its nearest marked one (two passes of a 3 × 3 chamfer: a few per cent off, never across a nearer street). */
  spread() {
    const { columns, rows, first, last, distance } = this;
    // Where a street runs through the cell itself none is nearer.
    for (let row = 1; row < rows - 1; row++) {
      const end = row * columns + (last[row] as number);
      for (let cell = row * columns + (first[row] as number); cell <= end; cell++)
        if ((distance[cell] as number) > 1)
          this.takeNearest(cell, cell - 1, cell - columns, cell - columns - 1, cell - columns + 1);
    }
    for (let row = rows - 2; row > 0; row--) {
      const end = row * columns + (first[row] as number);
      for (let cell = row * columns + (last[row] as number); cell >= end; cell--)
        if ((distance[cell] as number) > 1)
          this.takeNearest(cell, cell + 1, cell + columns, cell + columns + 1, cell + columns - 1);
    }
  }

  /** Gives a cell the label of the neighbour through which its nearest street lies: two straight beside it, two across a corner. */
  private takeNearest(cell: number, a: number, b: number, c: number, d: number) {
    const { distance } = this;
    const straight = (distance[a] as number) <= (distance[b] as number) ? a : b;
    const slanted = (distance[c] as number) <= (distance[d] as number) ? c : d;
    const isStraight = (distance[straight] as number) + 1 <= (distance[slanted] as number) + Math.SQRT2;
    const via = isStraight ? straight : slanted;
    const cells = (distance[via] as number) + (isStraight ? 1 : Math.SQRT2);
    if (cells >= (distance[cell] as number)) return;
    distance[cell] = cells;
    this.label[cell] = this.label[via] as number;
  }

  /** How far inside the area a cell lies, in cells; negative outside. */
  depth(cell: number): number {
    return this.label[cell] === REACHED ? AREA - (this.distance[cell] as number) : -1;
  }

  isInside(cell: number): boolean {
    return (this.distance[cell] as number) < AREA && this.label[cell] === REACHED;
  }

  /** Two numbers a cell, all 0; who takes them leaves them so. */
  takeSides(): Int32Array {
    const count = 2 * this.columns * this.rows;
    if (this.sides.length < count) this.sides = new Int32Array(count);
    return this.sides;
  }
}

/**
 * The area of a reach as rings of a MultiPolygon (RFC 7946: outer rings anticlockwise, holes clockwise). A spot belongs to it only when the nearest
 * street of all is a reached one within 40 m: so it cannot leak over a river, up a cliff or through a wall to streets nobody reached.
 */
export function reachPolygon(search: Search, { parts }: Reach): LngLat[][][] {
  const { edge: edges, from, to } = parts;
  if (edges.length === 0) return [];
  const { notes, raster } = workshopOf(search);
  const { forms } = notes;
  notes.begin();
  const box = raster.begin(edges);
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as number;
    notes.stamp(edge);
    if (forms[edge] === RIDE) continue;
    if (from[i] === 0 && to[i] === 1) raster.markWhole(edge, REACHED);
    else raster.markPart(edge, from[i] as number, to[i] as number, REACHED);
  }
  raster.widen();
  // The other streets: the rest of these edges, and all edges around them.
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as number;
    if (forms[edge] === RIDE) continue;
    const before = edges[i - 1] === edge ? (to[i - 1] as number) : 0;
    if ((from[i] as number) > before) raster.markPart(edge, before, from[i] as number, OTHER);
    if ((to[i] as number) < 1 && edges[i + 1] !== edge) raster.markPart(edge, to[i] as number, 1, OTHER);
  }
  search.index.visit(box, (edge, west, south, east, north) => {
    if (notes.has(edge) || !raster.matters(west, south, east, north)) return;
    const form = forms[edge] as number;
    if (form === RIDE) return;
    if (form === BENT) {
      raster.markWhole(edge, OTHER);
      return;
    }
    // Its box tells a straight line: nothing else of the edge is fetched.
    const [fromX, toX] = form & FROM_EAST ? [east, west] : [west, east];
    const [fromY, toY] = form & FROM_NORTH ? [north, south] : [south, north];
    raster.markLine(fromX, fromY, toX, toY, OTHER);
  });
  raster.spread();
  return traceRings(raster);
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

/** Marching squares at depth 0: polygons, each its outer ring and its holes. */
function traceRings(raster: Raster): LngLat[][][] {
  const { columns, rows, first, last } = raster;
  // Where the border goes on from a side of a square; 0 is nowhere. A side is known by its lower left cell: horizontal ones even, vertical ones odd.
  const next = raster.takeSides();
  const sides = [0, 3, 2 * columns, 1];
  const starts: number[] = [];
  for (let row = 0; row < rows - 1; row++) {
    const begin = Math.max(0, Math.min(first[row] as number, first[row + 1] as number) - 1);
    const end = Math.min(columns - 2, Math.max(last[row] as number, last[row + 1] as number));
    // The left side of a square is the right one of that before it.
    let left = 0;
    for (let column = begin; column <= end; column++) {
      const cell = row * columns + column;
      const right = (raster.isInside(cell + 1) ? 2 : 0) | (raster.isInside(cell + columns + 1) ? 4 : 0);
      const shape = left | right;
      left = ((right & 2) >> 1) | ((right & 4) << 1);
      if (shape === 0 || shape === 15) continue;
      for (const [from, to] of cases[shape] ?? []) {
        const side = 2 * cell + (sides[to] as number);
        next[side] = 2 * cell + (sides[from] as number);
        starts.push(side);
      }
    }
  }
  const pointOf = (side: number): LngLat => {
    const cell = side >> 1;
    const row = Math.floor(cell / columns);
    const column = cell - row * columns;
    const a = raster.depth(cell);
    const b = raster.depth(side & 1 ? cell + columns : cell + 1);
    const share = a / (a - b);
    return side & 1 ? raster.toLngLat(column, row + share) : raster.toLngLat(column + share, row);
  };
  const outer: { ring: LngLat[]; holes: LngLat[][] }[] = [];
  const holes: LngLat[][] = [];
  for (const start of starts) {
    if (next[start] === 0) continue;
    const ring: LngLat[] = [];
    for (let at = start; next[at] !== 0; ) {
      ring.push(pointOf(at));
      const after = next[at] as number;
      next[at] = 0;
      at = after;
    }
    if (ring.length < 3) continue;
    ring.push(ring[0] as LngLat);
    if (areaOf(ring) > 0) outer.push({ ring, holes: [] });
    else holes.push(ring);
  }
  for (const hole of holes) {
    const [x, y] = hole[0] as LngLat;
    const around =
      outer.length === 1
        ? outer[0]
        : outer.filter(({ ring }) => isInside(ring, x, y)).sort((a, b) => areaOf(a.ring) - areaOf(b.ring))[0];
    around?.holes.push(hole);
  }
  return outer.map(({ ring, holes }) => [ring, ...holes]);
}

function areaOf(ring: readonly (readonly [number, number])[]): number {
  // Seen from the first point: a ring is small beside the degrees it stands at.
  const [x0, y0] = ring[0] as readonly [number, number];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as readonly [number, number];
    const b = ring[i] as readonly [number, number];
    twice += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
  }
  return twice / 2;
}

/** Even-odd rule. */
export function isInside(ring: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as readonly [number, number];
    const b = ring[j] as readonly [number, number];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}
