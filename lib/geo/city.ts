import { convertDatum } from './datum';
import { type Bounds, distanceMeters, type LngLat } from './position';

/** Chongqing's central city with room around it: a walk or a place outside is a mistake in the data. */
export const cityBounds: Bounds = [106.35, 29.4, 106.7, 29.7];

export interface Anchor {
  id: string;
  position: LngLat;
}

/**
 * Surveyed points every datum check is measured against (OpenStreetMap, WGS-84, accuracy 15 to 40 m). A map service's point for the
 * same place lies about 480 m off.
 */
export const anchors: readonly Anchor[] = [
  { id: 'jiefangbei', position: [106.57336, 29.56011] },
  { id: 'hongyadong', position: [106.57534, 29.56507] },
  { id: 'baixiangju', position: [106.58135, 29.55853] },
  { id: 'shibati', position: [106.56962, 29.55377] },
  { id: 'liziba', position: [106.53392, 29.55566] },
  { id: 'cableway-north', position: [106.57912, 29.56058] },
];

/**
 * True when a point given for a known anchor fits the anchor's GCJ-02 image better than the anchor itself: a map service's
 * point passed as WGS-84. Unknown ids give false; the distance at which it starts to count is a quarter of the usual shift.
 */
export function looksLikeGcj02(id: string, position: LngLat): boolean {
  const anchor = anchors.find((candidate) => candidate.id === id);
  if (!anchor) return false;
  const image = convertDatum(anchor.position, 'wgs84', 'gcj02');
  const toAnchor = distanceMeters(position, anchor.position);
  return toAnchor > 120 && distanceMeters(position, image) < toAnchor;
}
