/** Slopes: soft steps of the ground and the strokes that fall away from their edges, closer where it is steeper. */
import { contours } from 'd3-contour';
import { fill, type Ink, makeRandom, type Point, path, stroke } from '../ink';
import type { Relief, Scene } from '../scene';

/** Metres of height from one step of the ground to the next. */
const STEP = 18;
/** Metres of fall on a metre of ground from which on it is drawn as a slope, and as a cliff. */
const SLOPE = 0.15;
const CLIFF = 0.33;

export function drawGround(scene: Scene, ink: Ink): string {
  const { relief, frame } = scene;
  const known = relief.heights.filter((_, index) => (relief.doubt[index] ?? 1) < 1);
  if (known.length < 20) return '';
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (most - least < STEP) return '';
  const levels: number[] = [];
  for (let level = Math.ceil((least + 6) / STEP) * STEP; level < most; level += STEP) levels.push(level);
  // Where nothing is known nearby the ground sinks away, and not along a straight line: every step ends softly before it.
  const random = makeRandom(`${scene.id} fading`);
  const waves = Array.from({ length: 5 }, () => [random() * 0.5, random() * 0.5, random() * 7] as const);
  const filled = relief.heights.map((height, index) => {
    const [column, row] = [index % relief.columns, Math.floor(index / relief.columns)];
    const wave = waves.reduce((sum, [u, v, phase]) => sum + Math.sin(column * u + row * v + phase), 0) / 5;
    const fading = Math.max(0, (relief.doubt[index] ?? 1) - 0.72 + wave * 0.25);
    return height - fading * fading * 260;
  });
  const steps = contours().size([relief.columns, relief.rows]).thresholds(levels)(softened(filled, relief));
  const place = ([x = 0, y = 0]: readonly number[]): Point => [
    frame[0] + (x - 0.5) * relief.cell,
    frame[1] + (y - 0.5) * relief.cell,
  ];
  let drawn = '';
  for (const { coordinates, value } of steps) {
    const rings = coordinates.flat().filter((ring) => ring.length > 6);
    if (rings.length === 0) continue;
    drawn += fill(rings.map((ring) => path(ring.map(place), true)).join(''), ink.wash, 0.42);
    drawn += hachures(
      scene,
      ink,
      rings.map((ring) => ring.map(place)),
      value,
    );
  }
  return drawn;
}

/** Each height with those around it, twice: the ground has no corners where one known point takes over from the next. */
function softened(heights: readonly number[], { columns, rows }: Relief): number[] {
  const REACH = 2;
  const pass = (values: readonly number[], step: number, lengthways: number, across: number) =>
    values.map((_, index) => {
      const place = Math.floor(index / step) % lengthways;
      let sum = 0;
      for (let offset = -REACH; offset <= REACH; offset++) {
        const other = Math.min(lengthways - 1, Math.max(0, place + offset));
        sum += values[index + (other - place) * across] ?? 0;
      }
      return sum / (2 * REACH + 1);
    });
  let soft = heights;
  for (let round = 0; round < 2; round++) soft = pass(pass(soft, 1, columns, 1), columns, rows, columns);
  return [...soft];
}

/** Short strokes downhill along an edge of the ground, where it is steep. */
function hachures(scene: Scene, ink: Ink, rings: readonly (readonly Point[])[], level: number): string {
  const random = makeRandom(`${scene.id} hachures ${level}`);
  let slopes = '';
  let cliffs = '';
  for (const ring of rings) {
    let rest = 0;
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] as Point, ring[i] as Point];
      const length = Math.hypot(bx - ax, by - ay);
      rest += length;
      if (rest < 5.5) continue;
      rest = 0;
      const at: Point = [(ax + bx) / 2, (ay + by) / 2];
      const [fallX, fallY] = fallAt(scene.relief, scene.frame, at);
      const onSheet = Math.hypot(fallX, fallY);
      // A sheet of a short walk shows every metre larger, and the same slope.
      const steep = onSheet * scene.projection.scale;
      if (!(steep > SLOPE)) continue;
      const reach = Math.min(20, 7 + steep * 24) * (0.75 + random() * 0.5);
      const lean = (random() - 0.5) * 2;
      const end: Point = [at[0] + (fallX / onSheet) * reach + lean, at[1] + (fallY / onSheet) * reach + lean];
      const mark = path([[at[0] + lean, at[1]], end]);
      if (steep > CLIFF) cliffs += mark;
      else slopes += mark;
    }
  }
  const fine = { ...ink, unit: 10 };
  return (
    (slopes ? stroke(fine, slopes, 0.45, ink.line, ' opacity=".36"') : '') +
    (cliffs ? stroke(fine, cliffs, 0.75, ink.line, ' opacity=".62"') : '')
  );
}

/** Downhill, in metres of height a unit; NaN where the ground is not known. */
function fallAt(
  { columns, rows, cell, heights, doubt }: Relief,
  frame: Scene['frame'],
  [x, y]: Point,
): Point {
  const column = Math.round((x - frame[0]) / cell);
  const row = Math.round((y - frame[1]) / cell);
  if (column < 1 || row < 1 || column >= columns - 1 || row >= rows - 1) return [Number.NaN, Number.NaN];
  const at = row * columns + column;
  if ((doubt[at] ?? 1) > 0.8) return [Number.NaN, Number.NaN];
  const height = (index: number) => heights[index] ?? Number.NaN;
  return [
    (height(at - 1) - height(at + 1)) / (2 * cell),
    (height(at - columns) - height(at + columns)) / (2 * cell),
  ];
}
