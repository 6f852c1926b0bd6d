/** Where a spline turns over: the sign of its Jacobian, looked at wherever it could change among the points. */
import { determinant, type PlatePoints, type ThinPlate } from './thin-plate';

/** Steps of the grid along each side of the box around the points. */
const GRID = 128;
/** A spline bends most between close points, finer than any grid: the ways to this many neighbours are walked as well. */
const NEIGHBOURS = 8;
const STEPS = 8;
/** Around each point, as shares of the way to its nearest neighbour. */
const RINGS = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2];
const TURNS = 8;
/** How often the search for the lowest spot near a point halves its step. */
const HALVINGS = 7;

interface Spot {
  u: number;
  v: number;
}

/**
 * A spot in the hull of the points, or as near to one of them as half the way to its nearest neighbour, where the spline does not keep its
 * orientation: the worst of those looked at. Looked at are a grid of 128 × 128, the ways between neighbours, rings around each point, and from
 * the lowest of all these near each point downhill. Undefined where there is none.
 */
export function findFold(plate: ThinPlate, { u, v }: PlatePoints): Spot | undefined {
  const slopes = new Float64Array(6);
  let worst: Spot | undefined;
  let least = 0;
  /** The Jacobian there. */
  const look = (atU: number, atV: number): number => {
    plate.slopesAt(atU, atV, slopes);
    const here = determinant(slopes);
    if (here < least) [worst, least] = [{ u: atU, v: atV }, here];
    return here;
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
      .slice(1, NEIGHBOURS + 1);
    const nearest = near[0]?.distance ?? 0;
    let lowest = { ...spot, height: look(spot.u, spot.v) };
    const lookNear = (atU: number, atV: number): boolean => {
      const away = Math.hypot(atU - spot.u, atV - spot.v);
      if (away > nearest / 2 && !isInHull(hull, atU, atV)) return false;
      const height = look(atU, atV);
      const isLower = away < 2 * nearest && height < lowest.height;
      if (isLower) lowest = { u: atU, v: atV, height };
      return isLower;
    };
    for (const { other } of near)
      for (let step = 1; step < STEPS; step++)
        lookNear(spot.u + ((other.u - spot.u) * step) / STEPS, spot.v + ((other.v - spot.v) * step) / STEPS);
    for (const share of RINGS)
      for (let turn = 0; turn < TURNS; turn++) {
        const angle = (2 * Math.PI * turn) / TURNS;
        lookNear(spot.u + share * nearest * Math.cos(angle), spot.v + share * nearest * Math.sin(angle));
      }
    for (let halving = 0, step = nearest / 4; halving < HALVINGS; halving++, step /= 2)
      for (const [east, south] of compass) while (lookNear(lowest.u + step * east, lowest.v + step * south));
  }
  return worst;
}

const compass = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

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
