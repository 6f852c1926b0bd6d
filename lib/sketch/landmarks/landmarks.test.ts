import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { placeKinds, placeSchema } from '@/lib/places/schema';
import { type Ink, makeRandom } from '../ink';
import { type LandmarkId, landmarkOf, landmarks } from '.';

const unit = 8;
/** Every colour is its own, so that one which did not come from the ink is found out. */
const palette = {
  paper: '#000001',
  ground: '#000002',
  line: '#000003',
  wash: '#000004',
  mist: '#000005',
  river: '#000006',
  riverLine: '#000007',
  roof: '#000008',
  wall: '#000009',
  accent: '#00000a',
  light: '#00000b',
  leaf: '#00000c',
};
const ink = (isNight = false, seed = 'a'): Ink => ({
  ...palette,
  isNight,
  unit,
  width: 1000,
  height: 1000,
  random: makeRandom(seed),
});

/** The box around all points and control points of a drawing, in units. */
function extent(drawn: string) {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, d = ''] of drawn.matchAll(/ d="([^"]+)"/g)) {
    let [x, y, startX, startY] = [0, 0, 0, 0];
    for (const [, command = '', rest = ''] of d.matchAll(/([MlhvqctZ])([^MlhvqctZ]*)/g)) {
      const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
      const [baseX, baseY] = command === 'M' ? [0, 0] : [x, y];
      if (command === 'h') numbers.push(0);
      if (command === 'v') numbers.unshift(0);
      for (let i = 0; i < numbers.length; i += 2) {
        [x, y] = [baseX + (numbers[i] ?? 0), baseY + (numbers[i + 1] ?? 0)];
        xs.push(x / unit);
        ys.push(y / unit);
      }
      if (command === 'M') [startX, startY] = [x, y];
      if (command === 'Z') [x, y] = [startX, startY];
    }
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const ids = Object.keys(landmarks) as LandmarkId[];

describe.each(ids)('the landmark %s', (id) => {
  const { draw, width, height } = landmarks[id];

  test('is the same for the same hand, and another for another', () => {
    for (const isNight of [false, true]) {
      expect(draw(ink(isNight))).toBe(draw(ink(isNight)));
      expect(draw(ink(isNight))).not.toBe(draw(ink(isNight, 'b')));
    }
  });

  test('is sound and light, by day and by night', () => {
    for (const isNight of [false, true]) {
      const drawn = draw(ink(isNight));
      expect(XMLValidator.validate(drawn)).toBe(true);
      expect(drawn).not.toMatch(/NaN|undefined|Infinity| id=|<(?!g|\/g|path)|url|href|e-\d/);
      expect(drawn).not.toMatch(/ d="[^"]*\.\d\d/);
      expect(drawn.length).toBeLessThan(5_000);
    }
  });

  test('takes its colours from the ink', () => {
    const own = new Set<string>([...Object.values(palette), 'none']);
    for (const isNight of [false, true])
      for (const [, color = ''] of draw(ink(isNight)).matchAll(/(?:fill|stroke)="([^"]+)"/g))
        expect(own).toContain(color);
  });

  test('stands in its box, foot on the ground', () => {
    for (const seed of ['a', 'b', 'c']) {
      const { left, right, top, bottom } = extent(draw(ink(false, seed)));
      expect(left).toBeGreaterThan(-width / 2 - 0.3);
      expect(right).toBeLessThan(width / 2 + 0.3);
      expect(top).toBeGreaterThan(-height - 0.3);
      expect(bottom).toBeLessThan(0.4);
      // Nor does the box promise much more than is drawn.
      expect(right - left).toBeGreaterThan(width * 0.8);
      expect(bottom - top).toBeGreaterThan(height * 0.8);
    }
  });
});

test('the cast is light in the middle: a sheet carries a dozen of them', () => {
  const sizes = ids.map((id) => landmarks[id].draw(ink()).length).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(2_500);
});

test('every place has a landmark, every kind a fallback', () => {
  const folder = path.join(import.meta.dirname, '../../../content/places');
  const places = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => placeSchema.parse(parse(readFileSync(path.join(folder, file), 'utf8'))));
  expect(places.length).toBeGreaterThan(50);
  for (const { id, kind } of places) expect(ids).toContain(landmarkOf(id, kind));
  for (const kind of placeKinds) expect(ids).toContain(landmarkOf('no-such-place', kind));
  // A name from the language's own objects is no drawing.
  expect(landmarkOf('constructor', 'lift')).toBe('lift');
});
