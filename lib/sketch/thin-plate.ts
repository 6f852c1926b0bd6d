/**
 * The thin-plate spline from one plane to another: of all smooth maps through the given points the one that bends least.
 * F. L. Bookstein, Principal Warps: Thin-Plate Splines and the Decomposition of Deformations, IEEE PAMI 11(6), 1989; smoothing by a
 * multiple of the identity: G. Wahba, Spline Models for Observational Data, SIAM 1990, chapter 2.
 */
import { solveLinear } from './solve-linear';

/** Points from which a spline is made: `(u, v)` goes to `(x, y)`. */
export interface PlatePoints {
  u: Float64Array;
  v: Float64Array;
  x: Float64Array;
  y: Float64Array;
}

/** Both write into `out`, so that a call allocates nothing. */
export interface ThinPlate {
  /** `out`: x, y. */
  valueAt(u: number, v: number, out: Float64Array): void;
  /** `out`: x, y, then how x and y grow along u and v: ∂x/∂u, ∂x/∂v, ∂y/∂u, ∂y/∂v. */
  slopesAt(u: number, v: number, out: Float64Array): void;
}

/** Determinant of the Jacobian as `slopesAt` wrote it: negative where the spline has turned over. */
export const determinant = (slopes: Float64Array): number =>
  (slopes[2] as number) * (slopes[5] as number) - (slopes[3] as number) * (slopes[4] as number);

/** r² ln r² of the squared distance; twice the usual r² ln r, which its weight makes good. */
const bend = (squared: number) => (squared > 0 ? squared * Math.log(squared) : 0);

/**
 * Fits the spline. `u` and `v` should be of the order of one, or the system loses digits. `smoothing` is added to the diagonal: 0 goes
 * through the points, more lets it miss them in order to bend less. Undefined where the points leave it open (all in a line, or two in one).
 */
export function fitThinPlate({ u, v, x, y }: PlatePoints, smoothing: number): ThinPlate | undefined {
  const count = u.length;
  const size = count + 3;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < count; row++) {
    const [ru, rv] = [u[row] ?? 0, v[row] ?? 0];
    for (let column = 0; column < count; column++)
      matrix[row * size + column] = bend((ru - (u[column] ?? 0)) ** 2 + (rv - (v[column] ?? 0)) ** 2);
    matrix[row * size + row] = smoothing;
    [1, ru, rv].forEach((value, index) => {
      matrix[row * size + count + index] = value;
      matrix[(count + index) * size + row] = value;
    });
  }
  const [wx, wy] = [new Float64Array(size), new Float64Array(size)];
  wx.set(x);
  wy.set(y);
  if (!solveLinear(matrix, size, [wx, wy])) return undefined;

  // Everything a point needs stands together: u, v and its two weights. After the last point come the two affine parts.
  const terms = new Float64Array(count * 4 + 6);
  for (let index = 0; index < count; index++)
    terms.set([u[index] ?? 0, v[index] ?? 0, wx[index] ?? 0, wy[index] ?? 0], index * 4);
  terms.set(wx.subarray(count), count * 4);
  terms.set(wy.subarray(count), count * 4 + 3);
  const end = count * 4;

  return {
    valueAt(u, v, out) {
      let x = (terms[end] as number) + (terms[end + 1] as number) * u + (terms[end + 2] as number) * v;
      let y = (terms[end + 3] as number) + (terms[end + 4] as number) * u + (terms[end + 5] as number) * v;
      for (let at = 0; at < end; at += 4) {
        const du = u - (terms[at] as number);
        const dv = v - (terms[at + 1] as number);
        const squared = du * du + dv * dv;
        const bent = bend(squared);
        x += (terms[at + 2] as number) * bent;
        y += (terms[at + 3] as number) * bent;
      }
      out[0] = x;
      out[1] = y;
    },
    slopesAt(u, v, out) {
      let xu = terms[end + 1] as number;
      let xv = terms[end + 2] as number;
      let yu = terms[end + 4] as number;
      let yv = terms[end + 5] as number;
      let x = (terms[end] as number) + xu * u + xv * v;
      let y = (terms[end + 3] as number) + yu * u + yv * v;
      for (let at = 0; at < end; at += 4) {
        const du = u - (terms[at] as number);
        const dv = v - (terms[at + 1] as number);
        const squared = du * du + dv * dv;
        // The slope of r² ln r² goes to nothing at its own point; its logarithm does not.
        if (squared === 0) continue;
        const log = Math.log(squared);
        const wx = terms[at + 2] as number;
        const wy = terms[at + 3] as number;
        x += wx * squared * log;
        y += wy * squared * log;
        const along = 2 * (log + 1);
        xu += wx * along * du;
        xv += wx * along * dv;
        yu += wy * along * du;
        yv += wy * along * dv;
      }
      out[0] = x;
      out[1] = y;
      out[2] = xu;
      out[3] = xv;
      out[4] = yu;
      out[5] = yv;
    },
  };
}
