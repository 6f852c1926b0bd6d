/** What stands on a sheet: everything a walk's surroundings are drawn from, in the units of the sheet, before any hand has touched it. */
import { type Bounds, boundsOf, containsPosition, degreeMeters, type LngLat } from '@/lib/geo/position';
import type { Point } from './ink';
import {
  type Box,
  fitProjection,
  heightAt,
  type KnownHeight,
  makeHeightGrid,
  type Projection,
  project,
} from './projection';

/** Kinds of way the hand tells apart. */
export type SketchWay =
  | 'street'
  | 'path'
  | 'steps'
  | 'escalator'
  | 'elevator'
  | 'cableway'
  | 'ferry'
  | 'bridge';

/** Plain data, all positions WGS-84. Names are in the language of the sheet. */
export interface SceneInput {
  id: string;
  /** The walk's own line, stretch by stretch. */
  stretches: readonly { kind: SketchWay; line: readonly LngLat[] }[];
  stops: readonly SceneStop[];
  rivers: readonly {
    name: string;
    ring: readonly LngLat[];
    middle: readonly LngLat[];
    kind: 'river' | 'sandbar';
  }[];
  streets: readonly { name: string; isMajor: boolean; kind: 'street' | 'bridge'; line: readonly LngLat[] }[];
  ways: readonly { kind: SketchWay; line: readonly LngLat[] }[];
  /** Lines of the metro, as the stations they pass; the course between two is not known. */
  rails: readonly { line: string; course: readonly LngLat[] }[];
  /** Ways without a step around the walk's stairs. */
  stepFree: readonly (readonly LngLat[])[];
  /** Heights and counts somebody has published, each where it is: "32.5 m" at a lift. */
  notes: readonly { text: string; position: LngLat }[];
  stations: readonly { name: string; position: LngLat }[];
  parks: readonly { name: string; position: LngLat }[];
  /** Where to eat, by name. */
  meals: readonly { name: string; position: LngLat }[];
  heights: readonly KnownHeight[];
  /** Where rivers and streets are known; beyond it the sheet fades. */
  known: Bounds;
}

export interface SceneStop {
  key: string;
  name: string;
  position: LngLat;
  /** What is drawn beside it. */
  landmark: string;
  /** Here people who avoid steps leave the walk. */
  isTurnOff?: boolean;
  /** Small signs of what else is there. */
  marks?: readonly StopMark[];
}

/** What a person looks for on the way, beside the stops themselves. */
export type StopMark = 'toilet' | 'rest' | 'night';

export interface DrawnStop {
  key: string;
  number: number;
  name: string;
  landmark: string;
  position: LngLat;
  at: Point;
  isTurnOff: boolean;
  marks: readonly StopMark[];
}

export interface Scene {
  id: string;
  width: number;
  height: number;
  /** Where the map lies; title above, legend below. */
  frame: Box;
  projection: Projection;
  stretches: readonly { kind: SketchWay; line: readonly Point[] }[];
  stops: readonly DrawnStop[];
  rivers: readonly {
    name: string;
    ring: readonly Point[];
    middle: readonly Point[];
    kind: 'river' | 'sandbar';
  }[];
  streets: readonly { name: string; isMajor: boolean; kind: 'street' | 'bridge'; line: readonly Point[] }[];
  ways: readonly { kind: SketchWay; line: readonly Point[] }[];
  rails: readonly { line: string; course: readonly Point[] }[];
  stepFree: readonly (readonly Point[])[];
  notes: readonly { name: string; at: Point }[];
  stations: readonly { name: string; at: Point }[];
  parks: readonly { name: string; at: Point }[];
  meals: readonly { name: string; at: Point }[];
  /** Known edge of the drawn city; undefined where the sheet does not reach it. */
  known: readonly Point[];
  /** Heights on a grid over the frame: what slopes are drawn from. */
  relief: Relief;
}

export interface Relief {
  columns: number;
  rows: number;
  /** Side of a cell in units; the first value lies at the frame's upper left corner. */
  cell: number;
  heights: readonly number[];
  /** How far each is from all that is known, as a share of what is too far to say anything; 1 and more is unknown. */
  doubt: readonly number[];
}

/** Portrait A-format; a walk that lies along a parallel gets a landscape one. */
const LONG = 1414;
const SHORT = 1000;
const TURN = -14;
const SQUASH = 0.82;
/** Metres of height lift like so many metres of ground. */
const LIFT = 0.55;
const RELIEF_CELL = 14;
/** Beyond this from everything known the ground is not drawn, in metres. */
const KNOWN_METERS = 260;

export function makeScene(input: SceneInput): Scene {
  const line = input.stretches.flatMap(({ line: points }) => [...points]);
  const walked = [...line, ...input.stops.map(({ position }) => position)];
  const around = grown(boundsOf(walked), 0.6, 900);
  const grid = makeHeightGrid(input.heights, around, 90);
  const layouts = [
    { width: SHORT, height: LONG, frame: [0, 176, SHORT, LONG - 204] as Box },
    { width: LONG, height: SHORT, frame: [0, 150, LONG, SHORT - 150] as Box },
  ].map((layout) => {
    const [left, top, right, bottom] = layout.frame;
    const inner: Box = [left + 120, top + 110, right - 120, bottom - 80];
    return {
      ...layout,
      projection: fitProjection(walked, grid, inner, { turn: TURN, squash: SQUASH, lift: LIFT }),
    };
  });
  const [upright, lying] = layouts as [(typeof layouts)[0], (typeof layouts)[0]];
  // Upright sheets are the rule: they fit a phone and a pocket.
  const { width, height, frame, projection } =
    lying.projection.scale > upright.projection.scale * 1.25 ? lying : upright;
  const to = (position: LngLat) => project(projection, position);
  const drawn = (points: readonly LngLat[]) => points.map(to);
  /** Long lines bend with the ground: a point at least every fifty metres. */
  const laid = (points: readonly LngLat[]) => drawn(refined(points, 50));
  const seen = (points: readonly LngLat[]) => points.some((position) => containsPosition(around, position));
  // A little inside, where the water still is.
  const [west, south, east, north] = grown(input.known, 0, -25);
  return {
    id: input.id,
    width,
    height,
    frame,
    projection,
    stretches: input.stretches.map(({ kind, line: points }) => ({ kind, line: laid(points) })),
    stops: input.stops.map(({ key, name, position, landmark, isTurnOff = false, marks = [] }, index) => ({
      key,
      number: index + 1,
      name,
      landmark,
      position,
      at: to(position),
      isTurnOff,
      marks,
    })),
    rivers: input.rivers
      .filter(({ ring }) => seen(ring))
      .map(({ name, ring, middle, kind }) => ({ name, kind, ring: laid(ring), middle: laid(middle) })),
    streets: input.streets
      .filter(({ line: points }) => seen(points))
      .map(({ line: points, ...rest }) => ({ ...rest, line: laid(points) })),
    ways: input.ways
      .filter(({ line: points }) => seen(points))
      .map(({ kind, line: points }) => ({ kind, line: laid(points) })),
    rails: input.rails
      .filter(({ course }) => seen(refined(course, 50)))
      .map(({ line: name, course }) => ({ line: name, course: drawn(course) })),
    stepFree: input.stepFree.map(laid),
    notes: input.notes
      .filter(({ position }) => containsPosition(around, position))
      .map(({ text, position }) => ({ name: text, at: to(position) })),
    stations: input.stations
      .filter(({ position }) => containsPosition(around, position))
      .map(({ name, position }) => ({ name, at: to(position) })),
    parks: input.parks
      .filter(({ position }) => containsPosition(around, position))
      .map(({ name, position }) => ({ name, at: to(position) })),
    meals: input.meals
      .filter(({ position }) => containsPosition(around, position))
      .map(({ name, position }) => ({ name, at: to(position) })),
    known: drawn(
      refined(
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
        40,
      ),
    ),
    relief: reliefOf(projection, frame, input, line),
  };
}

function reliefOf(
  projection: Projection,
  frame: Box,
  { heights }: SceneInput,
  line: readonly LngLat[],
): Relief {
  const [left, top, right, bottom] = frame;
  const columns = Math.ceil((right - left) / RELIEF_CELL) + 1;
  const rows = Math.ceil((bottom - top) / RELIEF_CELL) + 1;
  const { origin, turn, squash, scale, x, y, lift, base, grid } = projection;
  const [perLng, perLat] = degreeMeters(origin[1]);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const near = Float64Array.from(
    [...heights.map(({ position }) => position), ...line].flatMap(([lng, lat]) => [
      (lng - origin[0]) * perLng,
      (lat - origin[1]) * perLat,
    ]),
  );
  const values: number[] = [];
  const doubt: number[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      // One round is enough for shading: the ground under the middle height of the sheet.
      const [px, py] = [left + column * RELIEF_CELL, top + row * RELIEF_CELL];
      let ground: LngLat = origin;
      let level = base;
      for (let round = 0; round < 5; round++) {
        const across = (px - x) / scale;
        const away = -(py - y + lift * (level - base)) / (scale * squash);
        ground = [
          origin[0] + (across * cos - away * sin) / perLng,
          origin[1] + (across * sin + away * cos) / perLat,
        ];
        level = heightAt(grid, ground);
      }
      const [gx, gy] = [(ground[0] - origin[0]) * perLng, (ground[1] - origin[1]) * perLat];
      let nearest = Number.POSITIVE_INFINITY;
      for (let index = 0; index < near.length; index += 2) {
        const dx = (near[index] as number) - gx;
        const dy = (near[index + 1] as number) - gy;
        const far = dx * dx + dy * dy;
        if (far < nearest) nearest = far;
      }
      values.push(level);
      doubt.push(Math.sqrt(nearest) / KNOWN_METERS);
    }
  return { columns, rows, cell: RELIEF_CELL, heights: values, doubt };
}

/** Bounds grown by a share of their size and some metres on every side. */
function grown([west, south, east, north]: Bounds, share: number, meters: number): Bounds {
  const [perLng, perLat] = degreeMeters((south + north) / 2);
  const lng = (east - west) * share + meters / perLng;
  const lat = (north - south) * share + meters / perLat;
  return [west - lng, south - lat, east + lng, north + lat];
}

/** The same line with a point at least every `meters`. */
function refined(line: readonly LngLat[], meters: number): LngLat[] {
  const [perLng, perLat] = degreeMeters(line[0]?.[1] ?? 0);
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (!next) return [point];
    const far = Math.hypot((next[0] - point[0]) * perLng, (next[1] - point[1]) * perLat);
    const count = Math.max(1, Math.ceil(far / meters));
    return Array.from(
      { length: count },
      (_, step): LngLat => [
        point[0] + ((next[0] - point[0]) * step) / count,
        point[1] + ((next[1] - point[1]) * step) / count,
      ],
    );
  });
}
