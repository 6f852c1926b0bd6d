import type { Feature } from 'geojson';
import type { LngLat } from '@/lib/geo/position';
import type { MapPalette } from '@/lib/map/palette';

/** The walks of a map as a feature both engines read. */
export function walkLines(lines: readonly (readonly LngLat[])[]): Feature {
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiLineString', coordinates: lines.map((line) => line.map((point) => [...point])) },
  };
}

/** Cinnabar lines on a pale casing, drawn over any base; thinner where a whole city is seen at once. */
export function walkLayers(palette: MapPalette) {
  const width = (far: number, near: number): ['interpolate', ['linear'], ['zoom'], ...number[]] => [
    'interpolate',
    ['linear'],
    ['zoom'],
    11,
    far,
    14,
    near,
  ];
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'walk-case',
      type: 'line',
      layout,
      paint: { 'line-color': palette.walkCase, 'line-width': width(4, 8) },
    },
    { id: 'walk', type: 'line', layout, paint: { 'line-color': palette.walk, 'line-width': width(2, 4.5) } },
  ] as const;
}
