import type { Feature } from 'geojson';
import type { LngLat } from '@/lib/geo/position';
import type { MapPalette } from '@/lib/map/palette';

/** The walk as a feature both engines read. */
export function walkLine(line: readonly LngLat[]): Feature {
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: line.map((point) => [...point]) },
  };
}

/** A cinnabar line on a pale casing, drawn over any base. */
export function walkLayers(palette: MapPalette) {
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    { id: 'walk-case', type: 'line', layout, paint: { 'line-color': palette.walkCase, 'line-width': 8 } },
    { id: 'walk', type: 'line', layout, paint: { 'line-color': palette.walk, 'line-width': 4.5 } },
  ] as const;
}
