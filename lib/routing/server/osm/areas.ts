/** Straight ways across an area: lines between its entries that stay inside. */
import type { LngLat } from '@/lib/geo/position';

/** Beyond this every entry more would add a line to each other one, for squares nobody crosses that finely. */
const MAX_ENTRIES = 24;

/** Share of a line within which it touches rather than crosses. */
const TOUCH = 1e-9;

type Point = readonly [x: number, y: number];

/** Even-odd rule over all rings, holes included. */
function isInside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] as Point, ring[i] as Point];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** True when the line from a to b never leaves the area: between any two places where it meets an outline, it is inside. */
function staysInside(rings: readonly (readonly Point[])[], a: Point, b: Point): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const meets = [0, 1];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [p, q] = [ring[i - 1] as Point, ring[i] as Point];
      const [ex, ey] = [q[0] - p[0], q[1] - p[1]];
      const cross = dx * ey - dy * ex;
      if (cross === 0) continue;
      const along = ((p[0] - a[0]) * ey - (p[1] - a[1]) * ex) / cross;
      const across = ((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / cross;
      if (!(along > TOUCH && along < 1 - TOUCH && across >= -TOUCH && across <= 1 + TOUCH)) continue;
      if (across > TOUCH && across < 1 - TOUCH) return false;
      // At a corner it may pass by or leave: the middles between decide.
      meets.push(along);
    }
  }
  meets.sort((left, right) => left - right);
  for (let i = 1; i < meets.length; i++) {
    const [from, to] = [meets[i - 1] as number, meets[i] as number];
    if (to - from < 1e-6) continue;
    const middle = (from + to) / 2;
    if (!isInside(rings, [a[0] + dx * middle, a[1] + dy * middle])) return false;
  }
  return true;
}

/**
 * Pairs of entries that see each other. `rings` are closed; entries are `[ring, point]` indexes into them. Neighbours on an outline are left
 * out: they are joined along it.
 */
export function visiblePairs(
  rings: readonly (readonly LngLat[])[],
  entries: readonly (readonly [ring: number, point: number])[],
): [from: number, to: number][] {
  const squeeze = Math.cos(((rings[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  const flat = rings.map((ring) => ring.map(([lng, lat]): Point => [lng * squeeze, lat]));
  // Evenly thinned, so that no side of a large square is left out.
  const thin = Math.max(1, entries.length / MAX_ENTRIES);
  const chosen: number[] = [];
  for (let at = 0; at < entries.length; at += thin) chosen.push(Math.floor(at));
  const pairs: [number, number][] = [];
  for (const [place, from] of chosen.entries()) {
    for (const to of chosen.slice(place + 1)) {
      const [[ringA, a], [ringB, b]] = [
        entries[from] as readonly [number, number],
        entries[to] as readonly [number, number],
      ];
      const steps = Math.abs(a - b);
      const count = (rings[ringA]?.length ?? 0) - 1;
      if (ringA === ringB && (steps <= 1 || steps === count - 1)) continue;
      if (staysInside(flat, flat[ringA]?.[a] as Point, flat[ringB]?.[b] as Point)) pairs.push([from, to]);
    }
  }
  return pairs;
}
