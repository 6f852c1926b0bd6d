import gcoord from 'gcoord';
import type { LngLat } from './position';

/**
 * The three datums in use in China. The portal holds WGS-84 and converts only at its doors: GCJ-02 (Amap, Tencent, Apple and
 * Google inside mainland China) and BD-09 (Baidu). The inverse is iterative; a round trip closes within 0.1 m for GCJ-02, 1 m for BD-09.
 */
export type Datum = 'wgs84' | 'gcj02' | 'bd09';

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Converts a position between datums, in degrees. */
export function convertDatum(position: LngLat, from: Datum, to: Datum): LngLat {
  if (from === to) return position;
  const [lng, lat] = gcoord.transform([position[0], position[1]], systems[from], systems[to]);
  return [lng, lat];
}
