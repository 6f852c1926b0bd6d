import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LngLat, lineLengthMeters } from '@/lib/geo/position';
import { cutLine, shareOut } from './pieces';

const position = fc.tuple(
  fc.double({ min: 106, max: 107, noNaN: true }),
  fc.double({ min: 29, max: 30, noNaN: true }),
) satisfies fc.Arbitrary<LngLat>;

test('pieces are short, hang together and add up', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 2, maxLength: 6 }), (line) => {
      const pieces = cutLine(line, 6000);
      expect(pieces[0]?.[0]).toEqual(line[0]);
      expect(pieces.at(-1)?.at(-1)).toEqual(line.at(-1));
      pieces.forEach((piece, index) => {
        expect(piece.length).toBeGreaterThan(1);
        // A straight line in degrees is not quite the great circle.
        expect(lineLengthMeters(piece)).toBeLessThan(6010);
        if (index > 0) expect(piece[0]).toEqual(pieces[index - 1]?.at(-1));
      });
      const total = pieces.reduce((sum, piece) => sum + lineLengthMeters(piece), 0);
      expect(total).toBeLessThan(lineLengthMeters(line) * 1.0001 + 0.001);
      expect(total).toBeGreaterThan(lineLengthMeters(line) * 0.9999 - 0.001);
    }),
    { numRuns: 300, seed: 2 },
  );
});

test('shares of a whole are whole and add up', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.array(fc.nat(100), { minLength: 1 }), (whole, lengths) => {
      const total = lengths.reduce((sum, length) => sum + length, 0);
      fc.pre(total > 0);
      let [from, sum] = [0, 0];
      for (const length of lengths) {
        const share = shareOut(whole, from, from + length, total);
        expect(Number.isInteger(share) && share >= 0).toBe(true);
        sum += share;
        from += length;
      }
      expect(sum).toBe(whole);
    }),
    { seed: 2 },
  );
});
