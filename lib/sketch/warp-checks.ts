/** What can be said against control points before a map is made of them. */
import type { PlatePoints } from './thin-plate';
import type { ControlPoint } from './warp';
import { WarpError } from './warp-error';

/** The size of a picture in pixels. */
export interface Picture {
  width: number;
  height: number;
}

/** Nearer than this, on the ground and in the picture, two control points are one. */
const SAME_SPOT_METERS = 0.5;
const SAME_SPOT_PIXELS = 0.5;
/** Points that spread this much less across than along (standard deviations) say nothing of what lies beside their line. */
const THINNEST = 0.01;

/** `points.3 (解放碑)`, as in the file they are written in. */
export const namePoint = (points: readonly ControlPoint[], index: number): string => {
  const name = points[index]?.name;
  return `points.${index}${name ? ` (${name})` : ''}`;
};

/** Throws WarpError where the points cannot do. `scale`: metres that one unit of u and v stands for. */
export function checkControlPoints(
  points: readonly ControlPoint[],
  plain: PlatePoints,
  { width, height }: Picture,
  scale: number,
): void {
  const all = [...points.keys()];
  if (points.length < 3)
    throw new WarpError('too-few', `at least three control points are wanted, not ${points.length}`, all);
  points.forEach(({ x, y }, index) => {
    if (!(x >= 0 && x <= width && y >= 0 && y <= height))
      throw new WarpError(
        'outside',
        `${namePoint(points, index)} at ${x}, ${y} lies outside the picture of ${width} × ${height} pixels`,
        [index],
      );
  });
  const { u, v, x, y } = plain;
  for (let a = 0; a < points.length; a++)
    for (let b = 0; b < a; b++) {
      const isNear = (along: Float64Array, across: Float64Array, limit: number) =>
        Math.hypot((along[a] ?? 0) - (along[b] ?? 0), (across[a] ?? 0) - (across[b] ?? 0)) < limit;
      const names = `${namePoint(points, b)} and ${namePoint(points, a)}`;
      if (isNear(u, v, SAME_SPOT_METERS / scale))
        throw new WarpError('same-spot', `${names} have the same position`, [b, a]);
      if (isNear(x, y, SAME_SPOT_PIXELS))
        throw new WarpError('same-spot', `${names} are the same spot of the picture`, [b, a]);
    }
  // Written so that NaN fails too.
  for (const [along, across, where] of [
    [u, v, 'on the ground'],
    [x, y, 'in the picture'],
  ] as const)
    if (!(thinness(along, across) >= THINNEST))
      throw new WarpError('in-line', `all control points lie in a line ${where}: set one beside it`, all);
  if (covariance(u, x) * covariance(v, y) - covariance(v, x) * covariance(u, y) <= 0)
    throw new WarpError(
      'mirrored',
      'the map is mirrored: are x and y confused, or longitude and latitude, or is y counted from below?',
      all,
    );
}

function covariance(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  return a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? 0) - meanB), 0);
}

/** Standard deviation across over that along the points' main axis: the root of the ratio of the covariance's eigenvalues. */
function thinness(a: Float64Array, b: Float64Array): number {
  const [aa, bb, ab] = [covariance(a, a), covariance(b, b), covariance(a, b)];
  const root = Math.hypot((aa - bb) / 2, ab);
  return Math.sqrt(Math.max(0, (aa + bb) / 2 - root) / ((aa + bb) / 2 + root));
}
