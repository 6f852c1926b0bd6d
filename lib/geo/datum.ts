import gcoord from 'gcoord';
import type { LngLat } from './position';

/**
 * The three datums in use in China. The portal holds WGS-84 and converts only at its doors: GCJ-02 (Amap, Tencent, Apple and
 * Google inside mainland China) and BD-09 (Baidu). A way there and back closes within a millimetre.
 */
export type Datum = 'wgs84' | 'gcj02' | 'bd09';

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Converts a position between datums, in degrees. */
export function convertDatum(position: LngLat, from: Datum, to: Datum): LngLat {
  if (from === to) return position;
  let [lng, lat] = transform(position, from, to);
  if (from === 'wgs84') return [lng, lat];
  // The library's ways back are approximate (up to 0.2 m for GCJ-02, a metre for BD-09): what the way there misses by is taken off.
  for (let round = 0; round < 3; round++) {
    const [x, y] = transform([lng, lat], to, from);
    lng += position[0] - x;
    lat += position[1] - y;
  }
  return [lng, lat];
}

function transform(position: LngLat, from: Datum, to: Datum): LngLat {
  const [lng, lat] = gcoord.transform([position[0], position[1]], systems[from], systems[to]);
  return [lng, lat];
}
