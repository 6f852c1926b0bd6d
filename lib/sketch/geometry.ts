/** Small geometry on the sheet: points in its units, y down. */
import type { Point } from './ink';
import type { Box } from './projection';

export const lengthOf = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, [x, y], index) => {
    const [px, py] = line[index] as Point;
    return sum + Math.hypot(x - px, y - py);
  }, 0);

/** Spots along a line every `step` units from `from` on, each with the direction of the line there in radians. */
export function alongLine(
  line: readonly Point[],
  step: number,
  from = step / 2,
): { at: Point; angle: number }[] {
  const spots: { at: Point; angle: number }[] = [];
  let next = from;
  let walked = 0;
  line.slice(1).forEach(([x, y], index) => {
    const [px, py] = line[index] as Point;
    const length = Math.hypot(x - px, y - py);
    while (next <= walked + length && length > 0) {
      const share = (next - walked) / length;
      spots.push({ at: [px + (x - px) * share, py + (y - py) * share], angle: Math.atan2(y - py, x - px) });
      next += step;
    }
    walked += length;
  });
  return spots;
}

interface Bands {
  top: number;
  height: number;
  /** For each band of the ring's height the edges that touch it, each as the index of its later corner. */
  edges: readonly (readonly number[])[];
}
const BANDS = 96;
const bandsOfRing = new WeakMap<readonly Point[], Bands>();

/** A river is asked of thousands of times: sorted once, only a few of its edges have to be looked at. */
function bandsOf(ring: readonly Point[]): Bands {
  const known = bandsOfRing.get(ring);
  if (known) return known;
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, y] of ring) [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  const height = Math.max(1e-9, bottom - top) / BANDS;
  const edges: number[][] = Array.from({ length: BANDS }, () => []);
  const bandAt = (y: number) => Math.min(BANDS - 1, Math.max(0, Math.floor((y - top) / height)));
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ay, by] = [(ring[i] as Point)[1], (ring[j] as Point)[1]];
    for (let band = bandAt(Math.min(ay, by)); band <= bandAt(Math.max(ay, by)); band++) edges[band]?.push(i);
  }
  const bands = { top, height, edges };
  bandsOfRing.set(ring, bands);
  return bands;
}

/** Even-odd rule. A ring must not be changed after it was first asked of. */
export function isInside(ring: readonly Point[], [x, y]: Point): boolean {
  const { top, height, edges } = bandsOf(ring);
  const band = Math.floor((y - top) / height);
  if (!(band >= 0 && band <= BANDS)) return false;
  let inside = false;
  for (const i of edges[Math.min(BANDS - 1, band)] ?? []) {
    const [ax, ay] = ring[i] as Point;
    const [bx, by] = ring[i === 0 ? ring.length - 1 : i - 1] as Point;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

export const isWithin = ([left, top, right, bottom]: Box, [x, y]: Point, margin = 0): boolean =>
  x >= left + margin && x <= right - margin && y >= top + margin && y <= bottom - margin;

export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap;

/** Area two boxes share. */
export const sharedArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) *
  Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

/** A set of points that tells quickly whether one is near. */
export class Nearness {
  private readonly cells = new Map<number, Point[]>();

  constructor(private readonly size: number) {}

  add(point: Point) {
    const key = keyOf(Math.floor(point[0] / this.size), Math.floor(point[1] / this.size));
    const cell = this.cells.get(key);
    if (cell) cell.push(point);
    else this.cells.set(key, [point]);
  }

  /** Whether some point lies within `distance`; quick where that is no larger than a cell. */
  has([x, y]: Point, distance: number): boolean {
    const [left, right] = [Math.floor((x - distance) / this.size), Math.floor((x + distance) / this.size)];
    const [top, bottom] = [Math.floor((y - distance) / this.size), Math.floor((y + distance) / this.size)];
    for (let column = left; column <= right; column++)
      for (let row = top; row <= bottom; row++)
        for (const [px, py] of this.cells.get(keyOf(column, row)) ?? [])
          if ((px - x) ** 2 + (py - y) ** 2 < distance * distance) return true;
    return false;
  }
}

/** One number for a cell; sheets are far smaller than what would give two cells the same. */
const keyOf = (column: number, row: number): number => column * 65_536 + row;

/** Parts of a line that lie within a box grown by a margin; each keeps a point beyond either end. */
export function clipLine(line: readonly Point[], box: Box, margin: number): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  line.forEach((point, index) => {
    if (isWithin(box, point, -margin)) {
      const before = line[index - 1];
      if (part.length === 0 && before) part.push(before);
      part.push(point);
    } else if (part.length > 0) {
      parts.push([...part, point]);
      part = [];
    }
  });
  if (part.length > 0) parts.push(part);
  return parts.filter((points) => points.length > 1);
}

/** The points a taut thread around all of them would touch, in order. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Point[]) => {
    const kept: Point[] = [];
    for (const point of ordered) {
      for (
        let last = kept.at(-1), before = kept.at(-2);
        last && before;
        last = kept.at(-1), before = kept.at(-2)
      ) {
        const turn =
          (last[0] - before[0]) * (point[1] - before[1]) - (last[1] - before[1]) * (point[0] - before[0]);
        if (turn > 0) break;
        kept.pop();
      }
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}
