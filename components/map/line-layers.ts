import type { FeatureCollection } from 'geojson';
import type { MapPalette } from '@/lib/map/palette';
import { lineColor, lineLooks, type MapArea, type MapLine } from './map-line';

/** The lines of a map as features both engines read. */
export function lineFeatures(lines: readonly MapLine[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: lines.map(({ kind, line }) => ({
      type: 'Feature',
      properties: { kind },
      geometry: { type: 'LineString', coordinates: line.map((point) => [...point]) },
    })),
  };
}

/** Lines on a pale casing, drawn over any base; thinner where a whole city is seen at once, and where they are every way of an area. */
export function lineLayers(palette: MapPalette, areFine: boolean) {
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
      id: 'line-case',
      type: 'line' as const,
      layout,
      paint: { 'line-color': palette.walkCase, 'line-width': areFine ? width(2.5, 4.5) : width(4, 8) },
    },
    ...(Object.keys(lineLooks) as MapLine['kind'][]).map((kind) => {
      const { dash } = lineLooks[kind];
      return {
        id: `line-${kind}`,
        type: 'line' as const,
        filter: ['==', ['get', 'kind'], kind] as ['==', ['get', string], string],
        // Round ends would close the gaps of a dash.
        layout: dash ? { 'line-join': 'round' as const } : layout,
        paint: {
          'line-color': lineColor(palette, kind),
          'line-width': areFine ? width(1.2, 2.5) : width(2, 4.5),
          ...(dash && { 'line-dasharray': [...dash] }),
        },
      };
    }),
  ];
}

/** The areas of a map as features both engines read. */
export function areaFeatures(areas: readonly MapArea[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ kind, polygons }) => ({
      type: 'Feature',
      properties: { kind },
      geometry: {
        type: 'MultiPolygon',
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map((point) => [...point]))),
      },
    })),
  };
}

/** A broken outline for the other's area, and over it a wash with an edge for one's own: they differ without colour. */
export function areaLayers(palette: MapPalette) {
  const isKind = (kind: MapArea['kind']) => ['==', ['get', 'kind'], kind] as ['==', ['get', string], string];
  return [
    {
      id: 'area-other-edge',
      type: 'line' as const,
      filter: isKind('other'),
      paint: { 'line-color': palette.ways.street, 'line-width': 2, 'line-dasharray': [3.5, 2.5] },
    },
    {
      id: 'area-own',
      type: 'fill' as const,
      filter: isKind('own'),
      paint: { 'fill-color': palette.ways.path, 'fill-opacity': 0.3 },
    },
    {
      id: 'area-own-edge',
      type: 'line' as const,
      filter: isKind('own'),
      paint: { 'line-color': palette.ways.path, 'line-width': 2.5 },
    },
  ];
}
