/** The way back through a spline: a grid of the picture with the ground below each of its nodes, and Newton's method from there. */
import { determinant, type PlatePoints, type ThinPlate } from './thin-plate';
import type { Picture } from './warp-checks';

/** Cells of the picture along each side. */
const CELLS = 32;
const CLOSE_PIXELS = 1e-4;
/** What a node or an answer may miss by, in pixels, before it counts as not found. */
const FOUND_PIXELS = 1e-3;
const ROUNDS = 40;
const HALVINGS = 12;
const SMALL_STEPS = 64;

export interface Inverse {
  /** Writes into `spot` the u and v that come to lie at `(x, y)`; `spot` needs two numbers. */
  find(x: number, y: number, spot: Float64Array): void;
}

/**
 * Follows the ground from a control point across the whole picture, node by node, and keeps it. Gives instead the spot where it is lost, when
 * the spline turns over on the way or does not reach the picture's next node: it has no one way back there.
 */
export function traceInverse(
  plate: ThinPlate,
  { u, v, x, y }: PlatePoints,
  { width, height }: Picture,
): Inverse | { u: number; v: number } {
  const side = CELLS + 1;
  const nodes = new Float64Array(side * side * 2);
  const isKnown = new Uint8Array(side * side);
  const slopes = new Float64Array(6);
  const spot = new Float64Array(2);
  const xOf = (column: number) => (column * width) / CELLS;
  const yOf = (row: number) => (row * height) / CELLS;

  const first = Math.round(((x[0] ?? 0) / width) * CELLS) + side * Math.round(((y[0] ?? 0) / height) * CELLS);
  spot.set([u[0] ?? 0, v[0] ?? 0]);
  const queue = [first];
  const enter = (node: number): boolean => {
    const off = approach(plate, xOf(node % side), yOf(Math.floor(node / side)), spot, slopes);
    nodes.set(spot, node * 2);
    isKnown[node] = 1;
    return off <= FOUND_PIXELS && determinant(slopes) > 0;
  };
  const lost = () => ({ u: spot[0] ?? 0, v: spot[1] ?? 0 });
  if (!enter(first)) return lost();
  for (const node of queue) {
    const [column, row] = [node % side, Math.floor(node / side)];
    for (const [nextColumn, nextRow] of [
      [column - 1, row],
      [column + 1, row],
      [column, row - 1],
      [column, row + 1],
    ] as const) {
      const next = nextColumn + side * nextRow;
      if (nextColumn < 0 || nextRow < 0 || nextColumn > CELLS || nextRow > CELLS || isKnown[next]) continue;
      spot.set(nodes.subarray(node * 2, node * 2 + 2));
      if (!enter(next)) return lost();
      queue.push(next);
    }
  }
  const turned = findTurnedCell(nodes, side);
  if (turned) return turned;

  return {
    find(atX, atY, found) {
      const gridX = (atX / width) * CELLS;
      const gridY = (atY / height) * CELLS;
      const column = Math.min(CELLS - 1, Math.max(0, Math.floor(gridX)));
      const row = Math.min(CELLS - 1, Math.max(0, Math.floor(gridY)));
      // Outside the picture the search starts at its edge.
      const right = Math.min(1, Math.max(0, gridX - column));
      const down = Math.min(1, Math.max(0, gridY - row));
      const at = (column + side * row) * 2;
      for (let axis = 0; axis < 2; axis++) {
        const upper = (nodes[at + axis] as number) * (1 - right) + (nodes[at + 2 + axis] as number) * right;
        const lower =
          (nodes[at + side * 2 + axis] as number) * (1 - right) +
          (nodes[at + side * 2 + 2 + axis] as number) * right;
        found[axis] = upper * (1 - down) + lower * down;
      }
      if (approach(plate, atX, atY, found, slopes) <= FOUND_PIXELS) return;
      // Where the map is all but folded Newton's method may run into a dead end: from the node it is led along a straight line of the picture.
      found[0] = nodes[at] as number;
      found[1] = nodes[at + 1] as number;
      for (let step = 1; step <= SMALL_STEPS; step++) {
        const share = step / SMALL_STEPS;
        const x = xOf(column) * (1 - share) + atX * share;
        approach(plate, x, yOf(row) * (1 - share) + atY * share, found, slopes);
      }
    },
  };
}

/**
 * Newton's method towards `(x, y)`, from and into `spot`; a step that does not bring it nearer is halved. Returns how many pixels are left.
 * `slopes` afterwards holds those at the spot.
 */
function approach(plate: ThinPlate, x: number, y: number, spot: Float64Array, slopes: Float64Array): number {
  let atU = spot[0] as number;
  let atV = spot[1] as number;
  plate.slopesAt(atU, atV, slopes);
  let right = x - (slopes[0] as number);
  let down = y - (slopes[1] as number);
  let off = Math.hypot(right, down);
  for (let round = 0; round < ROUNDS && off > CLOSE_PIXELS; round++) {
    const area = determinant(slopes);
    let stepU = ((slopes[5] as number) * right - (slopes[3] as number) * down) / area;
    let stepV = ((slopes[2] as number) * down - (slopes[4] as number) * right) / area;
    let halvings = 0;
    for (; halvings < HALVINGS; halvings++) {
      plate.slopesAt(atU + stepU, atV + stepV, slopes);
      right = x - (slopes[0] as number);
      down = y - (slopes[1] as number);
      if (Math.hypot(right, down) < off) break;
      stepU /= 2;
      stepV /= 2;
    }
    if (halvings === HALVINGS) {
      plate.slopesAt(atU, atV, slopes);
      break;
    }
    atU += stepU;
    atV += stepV;
    off = Math.hypot(right, down);
  }
  spot[0] = atU;
  spot[1] = atV;
  return off;
}

/** A cell of the grid whose ground lies the other way round: the search has gone over to another leaf of the spline. */
function findTurnedCell(nodes: Float64Array, side: number): { u: number; v: number } | undefined {
  const at = (node: number) => [nodes[node * 2] as number, nodes[node * 2 + 1] as number] as const;
  for (let row = 0; row + 1 < side; row++)
    for (let column = 0; column + 1 < side; column++) {
      const node = column + side * row;
      const [a, b, c, d] = [at(node), at(node + 1), at(node + side + 1), at(node + side)];
      for (const [p, q, r] of [
        [a, b, c],
        [a, c, d],
      ] as const)
        if (!((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0)) return { u: p[0], v: p[1] };
    }
  return undefined;
}
