import type { LngLat } from './position';

/** Closed: the first point is the last. */
export type Ring = readonly LngLat[];

/** Whether a point lies inside rings: even-odd rule, holes included. */
export function isInside(rings: readonly Ring[], [x, y]: LngLat): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of segments(rings))
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  return inside;
}

function* segments(rings: readonly Ring[]): Generator<[from: LngLat, to: LngLat]> {
  for (const ring of rings)
    for (let at = 1; at < ring.length; at++) yield [ring[at - 1] as LngLat, ring[at] as LngLat];
}

/** Centre of mass of a ring and its area in square degrees; the centre is NaN where the area is none. */
function centroid(ring: Ring): { center: LngLat; area: number } {
  const [originX, originY] = ring[0] ?? [Number.NaN, Number.NaN];
  let [x, y, doubled] = [0, 0, 0];
  // From the first point: products of whole longitudes would eat the digits that tell a toilet from its door.
  for (const [from, to] of segments([ring])) {
    const [ax, ay, bx, by] = [from[0] - originX, from[1] - originY, to[0] - originX, to[1] - originY];
    const cross = ax * by - bx * ay;
    doubled += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return {
    center: [originX + x / (3 * doubled), originY + y / (3 * doubled)],
    area: Math.abs(doubled / 2),
  };
}

/** Middle of the widest stretch inside along a parallel. */
function widestMiddle(rings: readonly Ring[], y: number): LngLat | undefined {
  const meets: number[] = [];
  for (const [[ax, ay], [bx, by]] of segments(rings))
    if (ay > y !== by > y) meets.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
  meets.sort((a, b) => a - b);
  let [best, width] = [Number.NaN, 0];
  for (let at = 1; at < meets.length; at += 2) {
    const [from, to] = [meets[at - 1] as number, meets[at] as number];
    if (to - from > width) [best, width] = [(from + to) / 2, to - from];
  }
  return width > 0 ? [best, y] : undefined;
}

/**
 * A point inside an area, in degrees: the centre of mass of its largest ring, or where that lies outside (a horseshoe, a courtyard) the
 * middle of the widest stretch beside it. Outer rings and holes are not told apart; undefined when they enclose nothing.
 */
export function pointInside(rings: readonly Ring[]): LngLat | undefined {
  let largest: { center: LngLat; area: number } | undefined;
  for (const ring of rings) {
    const found = centroid(ring);
    if (found.area > (largest?.area ?? 0)) largest = found;
  }
  if (!largest) return undefined;
  return isInside(rings, largest.center) ? largest.center : widestMiddle(rings, largest.center[1]);
}
