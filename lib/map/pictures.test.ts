import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPosition, type LngLat } from '@/lib/geo/position';
import { groundBounds, groundPicture } from './pictures';

const position = fc.tuple(
  fc.double({ min: 106.3, max: 106.8, noNaN: true }),
  fc.double({ min: 29.4, max: 29.8, noNaN: true }),
);

describe('ground drawn when asked for', () => {
  it('holds every point, and its name says where it is', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 5 }), (points) => {
        const { picture, bounds } = groundPicture(points);
        expect(points.every((point) => containsPosition(bounds, point as LngLat))).toBe(true);
        expect(groundBounds(picture.replace('at/', ''))).toEqual(bounds);
      }),
    );
  });

  it('is the same for questions that hardly differ', () => {
    const near = (lng: number) =>
      groundPicture([
        [lng, 29.551],
        [106.5812, 29.5633],
      ]).picture;
    expect(near(106.5711)).toBe(near(106.57112));
  });

  it.each([
    '',
    '106.550,29.540,106.600',
    '106.600,29.540,106.550,29.570',
    '0.000,0.000,90.000,60.000',
    '../secret',
    '106.55,29.54,106.6,29.57',
  ])('does not draw %j', (name) => expect(groundBounds(name)).toBeUndefined());
});
