/** The still picture of a map, for browsers without WebGL, without JavaScript, and for paper: a drawn base and, over it, walks and points. */
import type { Geometry, Position } from 'geojson';
import { type Bounds, containsPosition, type LngLat } from '@/lib/geo/position';
import type { BaseData } from './base-data';
import { type MapTheme, mapPalettes } from './palette';

/** Size of every still picture in its own pixels; the page scales it. */
export const stillSize = { width: 800, height: 600 } as const;
const PADDING = 48;

/** What stands on the base, as SVG paths in the pixels of the picture. */
export interface StillOverlay<Kind extends string = string> {
  /** One path for each area, holes and all (even-odd). */
  areas: string[];
  lines: { kind: Kind; path: string }[];
  points: { x: number; y: number }[];
}

type Projection = (position: readonly number[]) => readonly [number, number];

/** Web mercator fitted into the picture, north up. */
function fitProjection([west, south, east, north]: Bounds): Projection {
  const { width, height } = stillSize;
  const mercatorY = (lat: number) =>
    Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI);
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  // A single point still gets some ground around it: about 400 m.
  const span = { x: Math.max(east - west, 0.004), y: Math.max(top - bottom, 0.004) };
  const scale = Math.min((width - 2 * PADDING) / span.x, (height - 2 * PADDING) / span.y);
  const [midX, midY] = [(west + east) / 2, (top + bottom) / 2];
  return ([lng = 0, lat = 0]) => [
    width / 2 + (lng - midX) * scale,
    height / 2 - (mercatorY(lat) - midY) * scale,
  ];
}

/** Path of a line in whole pixels, without points that fall on the one before. */
function toPath(positions: readonly (Position | LngLat)[], project: Projection, isClosed = false): string {
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

/** Widths and strengths of the strokes that fade the drawing into the paper where its data ends. */
const mist = [
  [64, 0.3],
  [44, 0.45],
  [26, 0.7],
  [10, 1],
] as const;

/** Draws the base around the bounds as one standalone SVG; what lies outside the picture is left out. */
export function drawStillBase(base: BaseData, bounds: Bounds, theme: MapTheme): string {
  const { width, height } = stillSize;
  const c = mapPalettes[theme];
  const project = fitProjection(bounds);
  const frame: Bounds = [-20, -20, width + 20, height + 20];
  const draw = (
    layer: keyof BaseData,
    {
      kind,
      isClosed = false,
      isWhole = false,
    }: { kind?: string; isClosed?: boolean; isWhole?: boolean } = {},
  ) =>
    base[layer].features
      .filter(({ properties }) => kind === undefined || properties?.kind === kind)
      .flatMap(({ geometry }) => linesOf(geometry))
      .filter((line) => isWhole || line.some((position) => containsPosition(frame, project(position))))
      .map((line) => toPath(line, project, isClosed))
      .join('');
  const stroke = (d: string, color: string, strokeWidth: number, extra = '') =>
    `<path d="${d}" fill="none" stroke="${color}" stroke-width="${strokeWidth}" stroke-linejoin="round"${extra}/>`;
  const round = ' stroke-linecap="round"';
  const streets = draw('streets');
  const edge = draw('edge', { isClosed: true, isWhole: true });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<path d="M0 0h${width}v${height}H0Z" fill="${c.paper}"/>`,
    `<path d="${draw('water', { kind: 'river', isClosed: true, isWhole: true })}" fill="${c.water}" stroke="${c.shore}" stroke-width="1.2"/>`,
    `<path d="${draw('water', { kind: 'sandbar', isClosed: true, isWhole: true })}" fill="${c.sand}"/>`,
    stroke(draw('water', { kind: 'centreline' }), c.current, 1, `${round} stroke-dasharray="7 10"`),
    stroke(streets, c.streetEdge, 6.4, round),
    stroke(streets, c.street, 5, round),
    stroke(draw('ways', { kind: 'path' }), c.streetEdge, 1.6),
    stroke(draw('ways', { kind: 'steps' }), c.streetEdge, 5, ' stroke-dasharray="1.6 2"'),
    ...mist.map(([strokeWidth, opacity]) => stroke(edge, c.paper, strokeWidth, ` opacity="${opacity}"`)),
    '</svg>',
  ].join('');
}

/** Areas, lines and points over the base of the same bounds; lines of one kind are one path, kinds in the order they first come. */
export function drawStillOverlay<Kind extends string>(
  bounds: Bounds,
  lines: readonly { kind: Kind; line: readonly LngLat[] }[],
  points: readonly LngLat[],
  areas: readonly (readonly (readonly (readonly LngLat[])[])[])[] = [],
): StillOverlay<Kind> {
  const project = fitProjection(bounds);
  const paths = new Map<Kind, string>();
  for (const { kind, line } of lines) paths.set(kind, (paths.get(kind) ?? '') + toPath(line, project));
  return {
    areas: areas.map((polygons) =>
      polygons
        .flat()
        .map((ring) => toPath(ring, project, true))
        .join(''),
    ),
    lines: [...paths].map(([kind, path]) => ({ kind, path })),
    points: points.map((point) => {
      const [x, y] = project(point);
      return { x: Math.round(x), y: Math.round(y) };
    }),
  };
}
