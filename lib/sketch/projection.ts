/**
 * How a drawn sheet lies over the ground: seen from above and a little from one side (turned, squashed), and lifted by height, so that one sees up and
 * down. One function for the drawing and for the dot of the person on it; plain data, so that it can be sent to a browser.
 */
import { degreeMeters, type LngLat } from '@/lib/geo/position';
import type { Point } from './ink';

/** Metres above sea level on a regular grid, row by row from south to north, each from west to east. */
export interface HeightGrid {
  west: number;
  south: number;
  /** Degrees from one column, one row to the next. */
  stepLng: number;
  stepLat: number;
  columns: number;
  rows: number;
  heights: readonly number[];
}

export interface Projection {
  /** Where the plane touches the ground. */
  origin: LngLat;
  /** Radians the ground is turned clockwise. */
  turn: number;
  /** Height of the sheet for a metre north, as a share of its width for a metre east. */
  squash: number;
  /** Units of the sheet to a metre. */
  scale: number;
  /** The origin on the sheet. */
  x: number;
  y: number;
  /** Units a metre of height is lifted, from `base` metres above sea level. */
  lift: number;
  base: number;
  grid: HeightGrid;
}

export interface KnownHeight {
  position: LngLat;
  elevation: number;
}

/** Metres within which a known height speaks for the ground around it. */
const REACH = 70;

/** Heights of the ground from those of known points: each counts by the square of its nearness. Without any, level ground. */
export function makeHeightGrid(
  known: readonly KnownHeight[],
  [west, south, east, north]: readonly [number, number, number, number],
  cellMeters: number,
): HeightGrid {
  const [perLng, perLat] = degreeMeters((south + north) / 2);
  const columns = Math.max(2, Math.ceil(((east - west) * perLng) / cellMeters) + 1);
  const rows = Math.max(2, Math.ceil(((north - south) * perLat) / cellMeters) + 1);
  const [stepLng, stepLat] = [(east - west) / (columns - 1), (north - south) / (rows - 1)];
  const heights: number[] = [];
  // Side by side in memory: every cell asks all of them.
  const points = Float64Array.from(
    known.flatMap(({ position: [lng, lat], elevation }) => [
      (lng - west) * perLng,
      (lat - south) * perLat,
      elevation,
    ]),
  );
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = column * stepLng * perLng;
      const y = row * stepLat * perLat;
      let sum = 0;
      let weights = 0;
      for (let index = 0; index < points.length; index += 3) {
        const dx = (points[index] as number) - x;
        const dy = (points[index + 1] as number) - y;
        const far = dx * dx + dy * dy + REACH * REACH;
        const weight = 1 / (far * Math.sqrt(far));
        sum += weight * (points[index + 2] as number);
        weights += weight;
      }
      heights.push(weights > 0 ? Math.round((sum / weights) * 10) / 10 : 0);
    }
  return { west, south, stepLng, stepLat, columns, rows, heights };
}

/** Height of the ground, even between the points of the grid; beyond it that of its edge. */
export function heightAt(grid: HeightGrid, [lng, lat]: LngLat): number {
  const { columns, rows, heights } = grid;
  const across = Math.min(columns - 1, Math.max(0, (lng - grid.west) / grid.stepLng));
  const up = Math.min(rows - 1, Math.max(0, (lat - grid.south) / grid.stepLat));
  const column = Math.min(columns - 2, Math.floor(across));
  const row = Math.min(rows - 2, Math.floor(up));
  const [u, v] = [across - column, up - row];
  const at = row * columns + column;
  const [a = 0, b = 0] = [heights[at], heights[at + 1]];
  const [c = 0, d = 0] = [heights[at + columns], heights[at + columns + 1]];
  return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
}

/** A position on the sheet, in its units from the upper left corner. */
export function project(projection: Projection, position: LngLat): Point {
  const { origin, turn, squash, scale, x, y, lift, base, grid } = projection;
  const [perLng, perLat] = degreeMeters(origin[1]);
  const east = (position[0] - origin[0]) * perLng;
  const north = (position[1] - origin[1]) * perLat;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [
    x + scale * (east * cos + north * sin),
    y - scale * squash * (north * cos - east * sin) - lift * (heightAt(grid, position) - base),
  ];
}

/** The position under a point of the sheet, to a centimetre where the ground is not steeper than it is drawn. */
export function unproject(projection: Projection, [px, py]: Point): LngLat {
  const { origin, turn, squash, scale, x, y, lift, base, grid } = projection;
  const [perLng, perLat] = degreeMeters(origin[1]);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  let position: LngLat = origin;
  // The lift depends on where one stands, and that on the lift: a few rounds settle it.
  for (let round = 0; round < 24; round++) {
    const across = (px - x) / scale;
    const away = -(py - y + lift * (heightAt(grid, position) - base)) / (scale * squash);
    const next: LngLat = [
      origin[0] + (across * cos - away * sin) / perLng,
      origin[1] + (across * sin + away * cos) / perLat,
    ];
    const moved = Math.hypot((next[0] - position[0]) * perLng, (next[1] - position[1]) * perLat);
    position = next;
    if (moved < 0.005) break;
  }
  return position;
}

/** A box on the sheet: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Lays the ground so that all `points` come to lie within the box, as large as they can. `turn` in degrees, clockwise. */
export function fitProjection(
  points: readonly LngLat[],
  grid: HeightGrid,
  box: Box,
  { turn, squash, lift }: { turn: number; squash: number; lift: number },
): Projection {
  const origin = points[0] ?? ([0, 0] as LngLat);
  const known = points.map((point) => heightAt(grid, point));
  const raw: Projection = {
    origin,
    turn: (turn * Math.PI) / 180,
    squash,
    scale: 1,
    x: 0,
    y: 0,
    // In metres for now: what is lifted grows with all else.
    lift,
    base: Math.min(...known),
    grid,
  };
  const drawn = points.map((point) => project(raw, point));
  const [left, right] = [Math.min(...drawn.map(([x]) => x)), Math.max(...drawn.map(([x]) => x))];
  const [top, bottom] = [Math.min(...drawn.map(([, y]) => y)), Math.max(...drawn.map(([, y]) => y))];
  // Two points in the same place, or one above the other, still get some ground around them: 300 m.
  const scale = Math.min(
    (box[2] - box[0]) / Math.max(300, right - left),
    (box[3] - box[1]) / Math.max(300, bottom - top),
  );
  return {
    ...raw,
    scale,
    lift: lift * scale,
    x: (box[0] + box[2]) / 2 - (scale * (left + right)) / 2,
    y: (box[1] + box[3]) / 2 - (scale * (top + bottom)) / 2,
  };
}
