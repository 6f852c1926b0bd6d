import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointInside } from './point-inside';
import type { LngLat } from './position';

const square = (from: number, to: number): LngLat[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

test('the centre of mass, where that is inside', () => {
  expect(pointInside([square(106, 106.5)])).toEqual([106.25, 106.25]);
});

test('beside the centre, where that lies outside', () => {
  const horseshoe: LngLat[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [9, 10],
    [9, 1],
    [1, 1],
    [1, 10],
    [0, 10],
    [0, 0],
  ];
  const [x = Number.NaN, y = Number.NaN] = pointInside([horseshoe]) ?? [];
  expect([x, y]).toEqual([0.5, expect.closeTo(y)]);
  // A courtyard in the middle.
  expect(pointInside([square(0, 10), square(3, 7)])).toEqual([1.5, 5]);
});

test('nothing inside of nothing', () => {
  expect(pointInside([])).toBeUndefined();
  expect(pointInside([[[1, 1], [2, 2], [1, 1]]])).toBeUndefined(); // biome-ignore format: three points
});

test('of any rings, undefined or two numbers', () => {
  const corner = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.integer({ min: -2, max: 2 }));
  fc.assert(
    fc.property(fc.array(fc.array(corner, { maxLength: 6 }), { maxLength: 3 }), (rings) => {
      const point = pointInside(rings);
      expect(point === undefined || point.every(Number.isFinite)).toBe(true);
    }),
    { seed: 7 },
  );
});
