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
