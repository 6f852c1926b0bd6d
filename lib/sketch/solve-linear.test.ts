import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSeries } from './fixtures/drawings';
import { solveLinear } from './solve-linear';

test('solves random systems with nothing on the diagonal, both right sides', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 40 }), (seed, size) => {
      const random = makeSeries(seed);
      const matrix = Float64Array.from({ length: size * size }, (_, at) =>
        at % (size + 1) === 0 ? 0 : random() - 0.5,
      );
      const wanted = [0, 1].map(() => Float64Array.from({ length: size }, random));
      const rights = wanted.map((x) =>
        Float64Array.from(x, (_, row) =>
          x.reduce((sum, value, column) => sum + (matrix[row * size + column] ?? 0) * value, 0),
        ),
      );
      if (!solveLinear(matrix, size, rights)) return false;
      return rights.every((right, side) =>
        right.every((value, row) => Math.abs(value - (wanted[side]?.[row] ?? 0)) < 1e-6),
      );
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('knows a singular matrix, and one with a number that is none', () => {
  const right = () => [Float64Array.of(1, 2, 3)];
  expect(solveLinear(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 3, right())).toBe(false);
  expect(solveLinear(Float64Array.of(1, 2, 3, 4, Number.NaN, 6, 7, 8, 10), 3, right())).toBe(false);
  expect(solveLinear(new Float64Array(9), 3, right())).toBe(false);
});
