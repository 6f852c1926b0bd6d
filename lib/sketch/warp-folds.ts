/** Where a spline turns over: the sign of its Jacobian, looked at wherever it could change among the points. */
import { determinant, type PlatePoints, type ThinPlate } from './thin-plate';

/** Steps of the grid along each side of the box around the points. */
const GRID = 128;
/** A spline bends most between close points, finer than any grid: the ways to this many neighbours are walked as well. */
const NEIGHBOURS = 8;
const STEPS = 8;

interface Spot {
  u: number;
  v: number;
}

/**
 * A spot in the hull of the points where the spline does not keep its orientation, the worst of those looked at; undefined where there is none
 * on a grid of 128 × 128, at the points, on the ways between neighbours and close around each point.
 */
export function findFold(plate: ThinPlate, { u, v }: PlatePoints): Spot | undefined {
  const slopes = new Float64Array(6);
  let worst: Spot | undefined;
  let least = 0;
  const look = (atU: number, atV: number) => {
    plate.slopesAt(atU, atV, slopes);
    const here = determinant(slopes);
    if (here >= least) return;
    [worst, least] = [{ u: atU, v: atV }, here];
  };

  const spots = Array.from(u, (at, index): Spot => ({ u: at, v: v[index] ?? 0 }));
  const hull = convexHull(spots);
  const [left, right, top, bottom] = [Math.min(...u), Math.max(...u), Math.min(...v), Math.max(...v)];
  for (let row = 0; row <= GRID; row++)
    for (let column = 0; column <= GRID; column++) {
      const [atU, atV] = [left + ((right - left) * column) / GRID, top + ((bottom - top) * row) / GRID];
      if (isInHull(hull, atU, atV)) look(atU, atV);
    }
  for (const spot of spots) {
    const near = spots
      .map((other) => ({ other, distance: Math.hypot(other.u - spot.u, other.v - spot.v) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEIGHBOURS + 1);
    for (const { other } of near)
      for (let step = 0; step < STEPS; step++)
        look(spot.u + ((other.u - spot.u) * step) / STEPS, spot.v + ((other.v - spot.v) * step) / STEPS);
    const nearest = near[1]?.distance ?? 0;
    for (const radius of [nearest / 4, nearest / 32])
      for (let turn = 0; turn < 8; turn++) {
        const angle = (turn * Math.PI) / 4;
        const [atU, atV] = [spot.u + radius * Math.cos(angle), spot.v + radius * Math.sin(angle)];
        if (isInHull(hull, atU, atV)) look(atU, atV);
      }
  }
  return worst;
}

/** Which side of a → b a spot lies on: positive for the hull's inside. */
const sideOf = (a: Spot, b: Spot, u: number, v: number) => (b.u - a.u) * (v - a.v) - (b.v - a.v) * (u - a.u);

const isInHull = (hull: readonly Spot[], u: number, v: number): boolean =>
  hull.every((spot, index) => sideOf(spot, hull[(index + 1) % hull.length] ?? spot, u, v) >= 0);

/** A. M. Andrew, Another efficient algorithm for convex hulls in two dimensions, 1979. */
function convexHull(spots: readonly Spot[]): Spot[] {
  const sorted = spots.toSorted((a, b) => a.u - b.u || a.v - b.v);
  const half = (ordered: readonly Spot[]): Spot[] => {
    const chain: Spot[] = [];
    for (const spot of ordered) {
      for (;;) {
        const [before, last] = [chain.at(-2), chain.at(-1)];
        if (!before || !last || sideOf(before, last, spot.u, spot.v) > 0) break;
        chain.pop();
      }
      chain.push(spot);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}
