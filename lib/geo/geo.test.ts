import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchors, cityBounds, looksLikeGcj02 } from './city';
import { convertDatum } from './datum';
import { boundsOf, containsPosition, distanceMeters, type LngLat, lineLengthMeters } from './position';

const jiefangbei: LngLat = [106.57336, 29.56011];

describe('distances', () => {
  test('one degree of latitude is about 111.2 km', () => {
    expect(distanceMeters([106, 29], [106, 30])).toBeCloseTo(111_195, -1);
  });
  test('a line is as long as its parts', () => {
    expect(
      lineLengthMeters([
        [106, 29],
        [106, 29.5],
        [106, 30],
      ]),
    ).toBeCloseTo(distanceMeters([106, 29], [106, 30]), 3);
    expect(lineLengthMeters([[106, 29]])).toBe(0);
  });
  test('bounds hold their points and refuse none', () => {
    expect(containsPosition(boundsOf([jiefangbei, [106.6, 29.5]]), [106.58, 29.55])).toBe(true);
    expect(() => boundsOf([])).toThrow(RangeError);
  });
});

describe('datums', () => {
  test('the monument: published WGS-84 and GCJ-02 pair agrees within 15 m', () => {
    expect(distanceMeters(convertDatum(jiefangbei, 'wgs84', 'gcj02'), [106.5771, 29.5572])).toBeLessThan(15);
  });
  test('the shift between WGS-84 and GCJ-02 is 400 to 560 m all over the city', () => {
    for (const { position } of anchors) {
      const shift = distanceMeters(position, convertDatum(position, 'wgs84', 'gcj02'));
      expect(shift).toBeGreaterThan(400);
      expect(shift).toBeLessThan(560);
    }
  });
  // Values printed in the README of coordtransform (github.com/wandergis/coordtransform), an implementation of its own.
  test.each([
    { from: 'wgs84', to: 'gcj02', expected: [116.41024449916938, 39.91640428150164] },
    { from: 'gcj02', to: 'bd09', expected: [116.41036949371029, 39.92133699351021] },
    { from: 'bd09', to: 'gcj02', expected: [116.39762729119315, 39.90865673957631] },
  ] as const)('the published pair $from → $to agrees within a metre', ({ from, to, expected }) => {
    expect(distanceMeters(convertDatum([116.404, 39.915], from, to), expected)).toBeLessThan(1);
  });
  test('every way there and back closes inside the city within a millimetre', () => {
    const [west, south, east, north] = cityBounds;
    const inside = fc.tuple(
      fc.double({ min: west, max: east, noNaN: true }),
      fc.double({ min: south, max: north, noNaN: true }),
    );
    fc.assert(
      fc.property(inside, fc.constantFrom('gcj02' as const, 'bd09' as const), (position, datum) => {
        const back = convertDatum(convertDatum(position, 'wgs84', datum), datum, 'wgs84');
        expect(distanceMeters(position, back)).toBeLessThan(0.001);
      }),
    );
  });
  test('a map service point of a known anchor is recognised, the true point is not', () => {
    for (const { id, position } of anchors) {
      expect(looksLikeGcj02(id, convertDatum(position, 'wgs84', 'gcj02'))).toBe(true);
      expect(looksLikeGcj02(id, position)).toBe(false);
    }
    expect(looksLikeGcj02('nowhere', jiefangbei)).toBe(false);
  });
});
