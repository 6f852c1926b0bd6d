/** The still picture of a map: base, walk and points as SVG paths, for browsers without WebGL, without JavaScript, and for paper. */
import type { Geometry, Position } from 'geojson';
import { type Bounds, containsPosition, type LngLat } from '@/lib/geo/position';
import type { BaseData } from './base-data';

export interface StillMap {
  width: number;
  height: number;
  river: string;
  sandbar: string;
  current: string;
  streets: string;
  paths: string;
  steps: string;
  /** Edge of the drawn part, to fade it out. */
  edge: string;
  line: string;
  points: { x: number; y: number }[];
}

type Projection = (position: readonly number[]) => readonly [number, number];

/** Web mercator fitted into width × height pixels with padding, north up. */
function fitProjection(bounds: Bounds, width: number, height: number, padding: number): Projection {
  const mercatorY = (lat: number) =>
    Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI);
  const [west, south, east, north] = bounds;
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  // A single point still gets some ground around it: about 400 m.
  const span = { x: Math.max(east - west, 0.004), y: Math.max(top - bottom, 0.004) };
  const scale = Math.min((width - 2 * padding) / span.x, (height - 2 * padding) / span.y);
  const [midX, midY] = [(west + east) / 2, (top + bottom) / 2];
  return ([lng = 0, lat = 0]) => [
    width / 2 + (lng - midX) * scale,
    height / 2 - (mercatorY(lat) - midY) * scale,
  ];
}

/** Path of a line in whole pixels, without points that fall on the one before. */
function toPath(
  positions: readonly Position[] | readonly LngLat[],
  project: Projection,
  isClosed = false,
): string {
  let path = '';
  let last = '';
  for (const position of positions) {
    const [x, y] = project(position);
    const point = `${Math.round(x)} ${Math.round(y)}`;
    if (point === last) continue;
    path += path === '' ? `M${point}` : `L${point}`;
    last = point;
  }
  return path + (isClosed ? 'Z' : '');
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates;
  return [];
}

/** Draws the map of lines and points into width × height pixels; streets outside the picture are left out. */
export function drawStill(
  base: BaseData,
  view: {
    bounds: Bounds;
    lines: readonly (readonly LngLat[])[];
    points: readonly LngLat[];
    width: number;
    height: number;
    padding?: number;
  },
): StillMap {
  const { width, height } = view;
  const project = fitProjection(view.bounds, width, height, view.padding ?? 48);
  const frame: Bounds = [-20, -20, width + 20, height + 20];
  const isSeen = (line: readonly Position[]) =>
    line.some((position) => containsPosition(frame, project(position)));
  const water = (kind: string, isClosed: boolean) =>
    base.water.features
      .filter((feature) => feature.properties?.kind === kind)
      .flatMap((feature) => linesOf(feature.geometry))
      .map((line) => toPath(line, project, isClosed))
      .join('');
  const ways = (kind: string) =>
    base.ways.features
      .filter((feature) => feature.properties?.kind === kind)
      .flatMap((feature) => linesOf(feature.geometry))
      .filter(isSeen)
      .map((line) => toPath(line, project))
      .join('');
  return {
    width,
    height,
    paths: ways('path'),
    steps: ways('steps'),
    edge: base.edge.features
      .flatMap((feature) => linesOf(feature.geometry))
      .map((line) => toPath(line, project, true))
      .join(''),
    river: water('river', true),
    sandbar: water('sandbar', true),
    current: water('centreline', false),
    streets: base.streets.features
      .flatMap((feature) => linesOf(feature.geometry))
      .filter(isSeen)
      .map((line) => toPath(line, project))
      .join(''),
    line: view.lines.map((line) => toPath(line, project)).join(''),
    points: view.points.map((point) => {
      const [x, y] = project(point);
      return { x: Math.round(x), y: Math.round(y) };
    }),
  };
}
