import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degreeMeters, type LngLat } from '@/lib/geo/position';
import { fitProjection, heightAt, makeHeightGrid, type Projection, project, unproject } from './projection';
import { openSheet } from './sheet-fit';

const bounds = [106.55, 29.54, 106.6, 29.58] as const;
const at = (x: number, y: number): LngLat => [106.57 + x / 96_700, 29.56 + y / 111_195];
/** A terrace 60 m above another, and a slope between. */
const known = [
  { position: at(0, 0), elevation: 180 },
  { position: at(300, 0), elevation: 182 },
  { position: at(0, 400), elevation: 240 },
  { position: at(300, 400), elevation: 242 },
];
const grid = makeHeightGrid(known, bounds, 90);
const box = [100, 200, 900, 1200] as const;
const fitted = (turn = -14): Projection =>
  fitProjection([at(0, 0), at(300, 0), at(0, 400), at(300, 400)], grid, box, {
    turn,
    squash: 0.82,
    lift: 0.55,
  });
const metersBetween = (a: LngLat, b: LngLat) => {
  const [perLng, perLat] = degreeMeters(29.56);
  return Math.hypot((a[0] - b[0]) * perLng, (a[1] - b[1]) * perLat);
};

describe('how a sheet lies over the ground', () => {
  test('heights come from the nearest known ones, and end evenly at the edge', () => {
    expect(heightAt(grid, at(0, 0))).toBeLessThan(200);
    expect(heightAt(grid, at(0, 400))).toBeGreaterThan(225);
    expect(heightAt(grid, [106, 29])).toBe(heightAt(grid, [106.55, 29.54]));
    expect(makeHeightGrid([], bounds, 500).heights.every((height) => height === 0)).toBe(true);
  });
  test('what is fitted lies within its box and touches it', () => {
    const points = [at(0, 0), at(300, 0), at(0, 400), at(300, 400)].map((position) =>
      project(fitted(), position),
    );
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(box[0] - 1e-6);
    expect(Math.max(...xs)).toBeLessThanOrEqual(box[2] + 1e-6);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(box[1] - 1e-6);
    expect(Math.max(...ys)).toBeLessThanOrEqual(box[3] + 1e-6);
    expect(
      Math.max((Math.max(...xs) - Math.min(...xs)) / 800, (Math.max(...ys) - Math.min(...ys)) / 1000),
    ).toBeCloseTo(1, 6);
  });
  test('there and back is the same place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 800, noNaN: true }),
        fc.double({ min: -500, max: 900, noNaN: true }),
        fc.integer({ min: -180, max: 180 }),
        (x, y, turn) => {
          const projection = fitted(turn);
          expect(metersBetween(unproject(projection, project(projection, at(x, y))), at(x, y))).toBeLessThan(
            0.1,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
  test('what is higher is lifted; what is farther north and west of it lies above and to the left', () => {
    const flat = { ...fitted(), lift: 0 };
    expect(project(fitted(), at(0, 400))[1]).toBeLessThan(project({ ...fitted(), base: 300 }, at(0, 400))[1]);
    expect(project(flat, at(0, 100))[1]).toBeLessThan(project(flat, at(0, 0))[1]);
    expect(project(flat, at(-100, 0))[0]).toBeLessThan(project(flat, at(0, 0))[0]);
  });
  test('two points in one place still get some ground around them', () => {
    const projection = fitProjection([at(0, 0), at(0, 0)], grid, box, { turn: 0, squash: 0.82, lift: 0.5 });
    expect(Number.isFinite(projection.scale)).toBe(true);
    expect(project(projection, at(0, 0))).toEqual([500, expect.closeTo(700, 6)]);
  });
});

describe('the person on a sheet', () => {
  const sheet = openSheet({ kind: 'projection', projection: { ...fitted(0), lift: 0, squash: 1 } });
  test('an accuracy of so many metres is a ring of that size', () => {
    const [x, y] = sheet.toSheet(at(50, 50));
    for (const [ringX, ringY] of sheet.ringAround(at(50, 50), 40))
      expect(Math.hypot(ringX - x, ringY - y)).toBeCloseTo(40 * fitted(0).scale, 0);
  });
  test.each([
    [0, 0],
    [90, 90],
    [-90, -90],
  ])('a heading of %d points to %d on a sheet with north above', (heading, turned) => {
    expect(sheet.turned(at(0, 0), heading)).toBeCloseTo(turned, 0);
  });
});
