import { type Bounds, degreeMeters, type LngLat } from '@/lib/geo/position';

/** A little more than the circle around a point: what an index can look through before distances are measured. */
export function boundsAround([lng, lat]: LngLat, meters: number): Bounds {
  const [perLng, perLat] = degreeMeters(lat);
  // A degree of longitude is shorter at the side nearer to the pole.
  const [width, height] = [(meters * 1.01) / perLng, (meters * 1.01) / perLat];
  return [lng - width, lat - height, lng + width, lat + height];
}
