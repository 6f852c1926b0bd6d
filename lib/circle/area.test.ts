import { describe, expect, it } from 'vitest';
import type { LngLat } from '@/lib/geo/position';
import { at } from '@/lib/routing/fixtures/networks';
import { withoutBlocks } from './area';

const square = (x: number, y: number, side: number): LngLat[] => [
  at(x, y),
  at(x + side, y),
  at(x + side, y + side),
  at(x, y + side),
  at(x, y),
];

describe('an area for the eye', () => {
  it('has no holes for blocks, and keeps the larger ones', () => {
    const outer = square(0, 0, 1000);
    const cliff = square(400, 400, 300);
    expect(withoutBlocks([[outer, square(100, 100, 80), cliff], [square(2000, 0, 50)]])).toEqual([
      [outer, cliff],
      [square(2000, 0, 50)],
    ]);
  });
});
