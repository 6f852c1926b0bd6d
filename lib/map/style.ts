/** Style of the portal's own drawn base, in the style language MapLibre and Mapbox share. */

import type { StyleSpecification } from 'maplibre-gl';
import type { Locale } from '@/lib/i18n/locales';
import { type MapTheme, mapPalettes } from './palette';

/** System faces whose glyph variants belong to the page's language; both engines draw CJK characters with them. */
export const glyphFamilies: Record<Locale, string> = {
  'zh-CN': '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif',
  'zh-Hant': '"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC",sans-serif',
  en: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif',
  ja: '"Hiragino Sans","Yu Gothic",Meiryo,"Noto Sans CJK JP","Noto Sans JP",sans-serif',
  ko: '"Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR","Noto Sans KR",sans-serif',
};

const isKind = (kind: string) => ['==', ['get', 'kind'], kind] as const;
const width = (stops: [zoom: number, pixels: number][]) => [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  ...stops.flat(),
];

/** The drawn base: paper, rivers with shore and current, streets as pale ribbons, stations, names. */
export function drawnStyle(theme: MapTheme, locale: Locale): StyleSpecification {
  const c = mapPalettes[theme];
  const text = { 'text-font': ['Noto Sans Regular'], 'text-padding': 6 };
  const streetWidth = (major: number, minor: number) =>
    width([
      [12, minor * 0.4],
      [14, minor],
      [17, major * 2.2],
    ]);
  const style = {
    version: 8,
    sources: {
      water: { type: 'geojson', data: '/map/water.geojson', attribution: '© OpenStreetMap contributors' },
      streets: { type: 'geojson', data: '/map/streets.geojson' },
      ways: { type: 'geojson', data: '/map/ways.geojson' },
      parks: { type: 'geojson', data: '/map/parks.geojson' },
      edge: { type: 'geojson', data: '/map/edge.geojson' },
      stations: { type: 'geojson', data: '/map/stations.geojson' },
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': c.paper } },
      {
        id: 'river',
        type: 'fill',
        source: 'water',
        filter: isKind('river'),
        paint: { 'fill-color': c.water },
      },
      // A second, narrower tone along the bank, as a wash dries.
      {
        id: 'river-wash',
        type: 'line',
        source: 'water',
        filter: isKind('river'),
        paint: {
          'line-color': c.current,
          'line-opacity': 0.35,
          'line-blur': 6,
          'line-width': width([
            [12, 4],
            [16, 18],
          ]),
          'line-offset': 4,
        },
      },
      {
        id: 'shore',
        type: 'line',
        source: 'water',
        filter: isKind('river'),
        paint: {
          'line-color': c.shore,
          'line-width': width([
            [12, 0.6],
            [16, 1.6],
          ]),
        },
      },
      {
        id: 'sandbar',
        type: 'fill',
        source: 'water',
        filter: isKind('sandbar'),
        paint: { 'fill-color': c.sand },
      },
      {
        id: 'current',
        type: 'line',
        source: 'water',
        filter: isKind('centreline'),
        layout: { 'line-cap': 'round' },
        paint: { 'line-color': c.current, 'line-width': 1.2, 'line-dasharray': [6, 9] },
      },
      {
        id: 'street-edge',
        type: 'line',
        source: 'streets',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': c.streetEdge, 'line-width': streetWidth(8.5, 4.6) },
      },
      {
        id: 'street',
        type: 'line',
        source: 'streets',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': c.street, 'line-width': streetWidth(7, 3.2) },
      },
      {
        id: 'way',
        type: 'line',
        source: 'ways',
        minzoom: 13,
        filter: isKind('path'),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': c.streetEdge,
          'line-width': width([
            [13, 1],
            [17, 3],
          ]),
        },
      },
      {
        id: 'way-steps',
        type: 'line',
        source: 'ways',
        minzoom: 13,
        filter: isKind('steps'),
        paint: {
          'line-color': c.label,
          'line-width': width([
            [13, 2],
            [17, 7],
          ]),
          'line-dasharray': [0.35, 0.35],
        },
      },
      // Where the data ends the drawing fades into the paper.
      {
        id: 'mist',
        type: 'line',
        source: 'edge',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': c.paper,
          'line-width': width([
            [10, 30],
            [12, 80],
            [13, 110],
            [17, 400],
          ]),
          'line-blur': width([
            [10, 13],
            [12, 36],
            [13, 50],
            [17, 180],
          ]),
        },
      },
      {
        id: 'park',
        type: 'circle',
        source: 'parks',
        paint: {
          'circle-color': c.leaf,
          'circle-blur': 0.7,
          'circle-radius': width([
            [12, 10],
            [17, 90],
          ]),
          'circle-opacity': 0.55,
        },
      },
      {
        id: 'station',
        type: 'circle',
        source: 'stations',
        paint: {
          'circle-radius': width([
            [10, 1.5],
            [13, 3.5],
          ]),
          'circle-color': c.halo,
          'circle-stroke-color': c.station,
          'circle-stroke-width': width([
            [10, 0.8],
            [13, 1.8],
          ]),
        },
      },
      {
        id: 'river-name',
        type: 'symbol',
        source: 'water',
        filter: isKind('centreline'),
        layout: {
          ...text,
          'symbol-placement': 'line-center',
          'text-field': ['get', `name:${locale}`],
          'text-size': width([
            [12, 13],
            [16, 20],
          ]),
          'text-letter-spacing': 0.25,
        },
        paint: { 'text-color': c.waterLabel, 'text-halo-color': c.water, 'text-halo-width': 1.5 },
      },
      {
        id: 'street-name',
        type: 'symbol',
        source: 'streets',
        minzoom: 15,
        layout: { ...text, 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-size': 12 },
        paint: { 'text-color': c.label, 'text-halo-color': c.street, 'text-halo-width': 1.6 },
      },
      {
        id: 'park-name',
        type: 'symbol',
        source: 'parks',
        minzoom: 13.5,
        layout: { ...text, 'text-field': ['get', `name:${locale}`], 'text-size': 12, 'text-max-width': 7 },
        paint: { 'text-color': c.leafLabel, 'text-halo-color': c.halo, 'text-halo-width': 1.4 },
      },
      {
        id: 'station-name',
        type: 'symbol',
        source: 'stations',
        minzoom: 11.5,
        layout: {
          ...text,
          'text-field': ['get', `name:${locale}`],
          'text-size': 12,
          'text-anchor': 'top',
          'text-offset': [0, 0.6],
          'text-optional': true,
        },
        paint: { 'text-color': c.label, 'text-halo-color': c.halo, 'text-halo-width': 1.6 },
      },
    ],
  };
  return style as unknown as StyleSpecification;
}

/** Official Tianditu tiles (WMTS, web mercator) under the walk: vector ground and its names, Chinese or English. */
export function tiandituStyle(key: string, locale: Locale): StyleSpecification {
  const tiles = (layer: string) =>
    ['0', '1', '2', '3'].map(
      (server) =>
        `https://t${server}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
    );
  const names = locale === 'en' ? 'eva' : 'cva';
  const source = (layer: string) => ({
    type: 'raster' as const,
    tiles: tiles(layer),
    tileSize: 256,
    minzoom: 1,
    maxzoom: 18,
    attribution: '天地图',
  });
  return {
    version: 8,
    sources: { ground: source('vec'), names: source(names) },
    layers: [
      { id: 'ground', type: 'raster', source: 'ground' },
      { id: 'names', type: 'raster', source: 'names' },
    ],
  };
}
