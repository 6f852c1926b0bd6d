/** What each map of the portal shows: the page and the drawing of its still base take the same bounds from here. */
import { type Bounds, boundsOf, clusterBounds, type LngLat } from '@/lib/geo/position';

export interface MapPicture {
  /** File name under /drawings/map without theme and ending. */
  picture: string;
  bounds: Bounds;
}

/** A walk from end to end. */
export const walkPicture = (id: string, line: readonly LngLat[]): MapPicture => ({
  picture: `walk-${id}`,
  bounds: boundsOf(line),
});

/** About 400 m around a place. */
export const placePicture = (id: string, [lng, lat]: LngLat): MapPicture => ({
  picture: `place-${id}`,
  bounds: [lng - 0.004, lat - 0.003, lng + 0.004, lat + 0.003],
});

/** Where most walks begin. The same whatever the filter leaves, so that the map stays where it is. */
export const walksPicture = (starts: readonly LngLat[]): MapPicture => ({
  picture: 'walks',
  bounds: clusterBounds(starts),
});

/** Where most places are. */
export const placesPicture = (positions: readonly LngLat[]): MapPicture => ({
  picture: 'places',
  bounds: clusterBounds(positions),
});

/**
 * What an engine shows of a larger picture: the points with some ground around them, at least some 800 m wide. Nothing for no points: then it shows the
 * whole picture.
 */
export function viewOf(points: readonly LngLat[]): { focus?: Bounds } {
  if (points.length === 0) return {};
  const [west, south, east, north] = clusterBounds(points);
  const [width, height] = [Math.max(0.004, (east - west) * 0.08), Math.max(0.003, (north - south) * 0.08)];
  return { focus: [west - width, south - height, east + width, north + height] };
}

/** Steps of the bounds of ground drawn when asked for: neighbouring questions share a picture. Degrees. */
const GROUND_STEP = 0.002;

/**
 * Ground around points that may lie anywhere, for a map that stands upright: its picture is cut at the sides, so it is given some there. No file;
 * app/drawings/map/at draws it.
 */
export function groundPicture(points: Iterable<LngLat>): MapPicture {
  const [west, south, east, north] = boundsOf(points);
  // A step of ground at least: a single point, too, stands on some.
  const side = (east - west) * 0.3 + GROUND_STEP;
  const down = (degrees: number) => Math.floor(degrees / GROUND_STEP) * GROUND_STEP;
  const up = (degrees: number) => Math.ceil(degrees / GROUND_STEP) * GROUND_STEP;
  const edges = [down(west - side), down(south - GROUND_STEP), up(east + side), up(north + GROUND_STEP)].map(
    (degrees) => degrees.toFixed(3),
  );
  return { picture: `at/${edges.join(',')}`, bounds: edges.map(Number) as unknown as Bounds };
}

/** Bounds in the name of such a picture, without the `at/`; undefined for any other text, and for more ground than a map shows. */
export function groundBounds(name: string): Bounds | undefined {
  if (!/^\d+\.\d{3}(,\d+\.\d{3}){3}$/.test(name)) return undefined;
  const bounds = name.split(',').map(Number) as unknown as Bounds;
  const [west, south, east, north] = bounds;
  const isDrawable = east <= 180 && north <= 85 && west < east && south < north;
  return isDrawable && east - west <= 1 && north - south <= 1 ? bounds : undefined;
}
