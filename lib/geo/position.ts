/** Positions, lengths and bearings on the sphere. Everything is WGS-84 degrees, `[longitude, latitude]`, metres. */

export type LngLat = readonly [lng: number, lat: number];
/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** IUGG mean Earth radius in metres. */
const EARTH_RADIUS_METERS = 6_371_008.8;
/** Metres of a degree of latitude, and of longitude at the equator. */
export const metersPerDegree = (EARTH_RADIUS_METERS * Math.PI) / 180;

const toRadians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine). */
export function distanceMeters(a: LngLat, b: LngLat): number {
  const dLat = toRadians(b[1] - a[1]);
  const dLng = toRadians(b[0] - a[0]);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(toRadians(a[1])) * Math.cos(toRadians(b[1])) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Length of a line in metres along its points; 0 for fewer than two. */
export function lineLengthMeters(line: readonly LngLat[]): number {
  let meters = 0;
  for (let i = 1; i < line.length; i++) meters += distanceMeters(line[i - 1] as LngLat, line[i] as LngLat);
  return meters;
}

/** The smallest bounds around the points. Throws RangeError when there are none. */
export function boundsOf(points: Iterable<LngLat>): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng, lat] of points) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (west === Infinity) throw new RangeError('boundsOf: no points');
  return [west, south, east, north];
}

export function containsPosition([west, south, east, north]: Bounds, [lng, lat]: LngLat): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/**
 * Bounds of the points that lie together: those within `reach` metres of the middle one. A map that must show a far point too would show
 * everything else as a dot. Throws RangeError when there are none.
 */
export function clusterBounds(points: readonly LngLat[], reach = 5000): Bounds {
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const middle: LngLat = [median(points.map(([lng]) => lng)), median(points.map(([, lat]) => lat))];
  const near = points.filter((position) => distanceMeters(position, middle) <= reach);
  return boundsOf(near.length > 0 ? near : points);
}

/** Metres to a degree of longitude and of latitude at a latitude, on a sphere: good to a metre over a few kilometres. */
export function degreeMeters(lat: number): readonly [perLng: number, perLat: number] {
  return [metersPerDegree * Math.cos(toRadians(lat)), metersPerDegree];
}
