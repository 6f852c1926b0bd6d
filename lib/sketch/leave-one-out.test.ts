import { expect, test } from 'vitest';
import type { LngLat } from '@/lib/geo/position';
import { leaveOneOut } from './leave-one-out';

const size = { width: 1000, height: 800 };
const at = (x: number, y: number): LngLat => [106.57 + x / 96_700, 29.56 - y / 111_195];
/** One pixel to a metre, the corners and the middle. */
const right = [
  [100, 100],
  [900, 100],
  [900, 700],
  [100, 700],
  [500, 400],
].map(([x = 0, y = 0]) => ({ position: at(x, y), x, y }));

test('points that agree miss by nearly nothing', () => {
  for (const meters of leaveOneOut(right, size)) expect(meters).toBeLessThan(2);
});

test('the point in the wrong spot stands out', () => {
  const wrong = right.map((point, index) => (index === 4 ? { ...point, x: point.x + 120 } : point));
  const misses = leaveOneOut(wrong, size);
  expect(misses[4]).toBeGreaterThan(110);
  expect(Math.max(...misses.map((meters) => meters ?? 0))).toBe(misses[4]);
});

test('of three points nothing can be said', () => {
  expect(leaveOneOut(right.slice(0, 3), size)).toEqual([undefined, undefined, undefined]);
});
