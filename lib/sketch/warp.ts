/**
 * From the ground to an illustrator's drawing and back, by a thin-plate spline through control points (thin-plate.ts has the source).
 * Positions are WGS-84 and become local metres first; a drawing is measured in pixels from its upper left corner, y downwards.
 */
import { distanceMeters, type LngLat, metersPerDegree } from '@/lib/geo/position';
import { fitThinPlate, type PlatePoints, type ThinPlate } from './thin-plate';
import { checkControlPoints, namePoint, type Picture } from './warp-checks';
import { WarpError } from './warp-error';
import { findFold } from './warp-folds';
import { traceInverse } from './warp-inverse';

/** A spot of a drawing in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A spot of the ground whose spot in the drawing is known. */
export interface ControlPoint extends Point {
  position: LngLat;
  name?: string;
}

/** By how much a warp misses one of its control points: in the drawing, and back on the ground. */
export interface Residual {
  point: ControlPoint;
  pixels: number;
  meters: number;
}

export interface Warp {
  /** Where a position lies in the drawing; outside the picture for what the picture does not show. */
  toSheet(position: LngLat): Point;
  /**
   * The position a spot of the drawing shows: inside the picture the one that `toSheet` takes back to within a thousandth of a pixel. Outside
   * it the nearest that a search from the picture's edge finds.
   */
  toPosition(point: Point): LngLat;
  /** One for each control point, in their order. All are nothing without smoothing. */
  residuals: readonly Residual[];
}

/** Metres, around the middle of the control points; then scaled so that they lie about one away from it. y downwards as in a drawing. */
function makeFrame(points: readonly ControlPoint[]) {
  const mean = (axis: 0 | 1) => points.reduce((sum, { position }) => sum + position[axis], 0) / points.length;
  const [lng0, lat0] = [mean(0), mean(1)];
  // A longitude put in a latitude's place may lie beyond the pole: the map has to come out mirrored then too.
  const perLng = metersPerDegree * Math.abs(Math.cos((lat0 * Math.PI) / 180));
  const squares = points.map(
    ({ position: [lng, lat] }) => ((lng - lng0) * perLng) ** 2 + ((lat - lat0) * metersPerDegree) ** 2,
  );
  const scale = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / points.length) || 1;
  const [uPerLng, vPerLat] = [perLng / scale, -metersPerDegree / scale];
  return {
    /** Metres that one unit stands for. */
    scale,
    toU: (lng: number) => (lng - lng0) * uPerLng,
    toV: (lat: number) => (lat - lat0) * vPerLat,
    toPosition: (u: number, v: number): LngLat => [lng0 + u / uPerLng, lat0 + v / vPerLat],
  };
}
type Frame = ReturnType<typeof makeFrame>;

/**
 * Makes the warp of a picture of `size` pixels. Without `smoothing` it is exact at the control points, and affine where they are three or
 * where they say so. `smoothing` lets it miss them in order to bend less (0.1 evens out points set a little carelessly, 100 leaves nearly an affine
 * map); it is a pure number, the same for a large drawing and a small one. Throws WarpError for points no map can be made from, also where the
 * picture would be folded: among the points, or beyond them up to its edges.
 */
export function makeWarp(points: readonly ControlPoint[], size: Picture, smoothing = 0): Warp {
  const frame = makeFrame(points);
  const plain: PlatePoints = {
    u: Float64Array.from(points, ({ position }) => frame.toU(position[0])),
    v: Float64Array.from(points, ({ position }) => frame.toV(position[1])),
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
  };
  checkControlPoints(points, plain, size, frame.scale);
  const plate = fitThinPlate(plain, smoothing);
  if (!plate) throw new WarpError('in-line', 'the control points leave the map open', [...points.keys()]);
  const fold = findFold(plate, plain);
  if (fold) throw foldError(points, plain, frame, plate, fold, 'between');
  const inverse = traceInverse(plate, plain, size);
  if ('u' in inverse) throw foldError(points, plain, frame, plate, inverse, 'beyond');

  const scratch = new Float64Array(6);
  const warp = {
    toSheet(position: LngLat): Point {
      plate.valueAt(frame.toU(position[0]), frame.toV(position[1]), scratch);
      return { x: scratch[0] as number, y: scratch[1] as number };
    },
    toPosition({ x, y }: Point): LngLat {
      inverse.find(x, y, scratch);
      return frame.toPosition(scratch[0] as number, scratch[1] as number);
    },
  };
  const residuals = points.map((point) => {
    const { x, y } = warp.toSheet(point.position);
    return {
      point,
      pixels: Math.hypot(x - point.x, y - point.y),
      meters: distanceMeters(warp.toPosition(point), point.position),
    };
  });
  return { ...warp, residuals };
}

function foldError(
  points: readonly ControlPoint[],
  { u, v }: PlatePoints,
  frame: Frame,
  plate: ThinPlate,
  fold: { u: number; v: number },
  side: 'between' | 'beyond',
): WarpError {
  const out = new Float64Array(2);
  plate.valueAt(fold.u, fold.v, out);
  const [x = 0, y = 0] = out;
  const position = frame.toPosition(fold.u, fold.v);
  const distance = (index: number) => Math.hypot((u[index] ?? 0) - fold.u, (v[index] ?? 0) - fold.v);
  const nearest = [...points.keys()].sort((a, b) => distance(a) - distance(b)).slice(0, 3);
  const spot = `[${position.map((degrees) => degrees.toFixed(6)).join(', ')}], pixel ${Math.round(x)}, ${Math.round(y)}`;
  const names = nearest.map((index) => namePoint(points, index)).join(', ');
  const what =
    side === 'between'
      ? `the map is folded at ${spot}: a control point near it is wrong, most likely one of ${names}`
      : `the map folds beyond the control points, at ${spot}: set one near it, or one of ${names} is wrong`;
  return new WarpError('folded', what, nearest, { position, x, y });
}
