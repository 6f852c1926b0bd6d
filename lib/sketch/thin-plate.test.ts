import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSeries } from './fixtures/drawings';
import { determinant, fitThinPlate } from './thin-plate';

const plateOf = (seed: number) => {
  const random = makeSeries(seed);
  const numbers = () => Float64Array.from({ length: 12 }, () => 2 * random() - 1);
  const points = { u: numbers(), v: numbers(), x: numbers(), y: numbers() };
  return { plate: fitThinPlate(points, random() < 0.5 ? 0 : random()), points, random };
};

test('its slopes are how its values grow', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { plate, random } = plateOf(seed);
      if (!plate) return false;
      const [u, v] = [3 * random() - 1.5, 3 * random() - 1.5];
      const [slopes, value, before, after] = [6, 2, 2, 2].map((length) => new Float64Array(length));
      if (!slopes || !value || !before || !after) return false;
      plate.slopesAt(u, v, slopes);
      plate.valueAt(u, v, value);
      const step = 1e-6;
      return [0, 1].every((axis) => {
        const [du, dv] = axis === 0 ? [step, 0] : [0, step];
        plate.valueAt(u - du, v - dv, before);
        plate.valueAt(u + du, v + dv, after);
        return [0, 1].every((out) => {
          const grown = ((after[out] ?? 0) - (before[out] ?? 0)) / (2 * step);
          const told = slopes[2 + 2 * out + axis] ?? 0;
          const off = Math.abs((slopes[out] ?? 0) - (value[out] ?? 0));
          return off < 1e-9 && Math.abs(grown - told) < 1e-4 * (1 + Math.abs(told));
        });
      });
    }),
    { numRuns: 300, seed: 3 },
  );
});

test('its slopes are numbers at its own points', () => {
  const { plate, points } = plateOf(4);
  const slopes = new Float64Array(6);
  points.u.forEach((u, index) => {
    plate?.slopesAt(u, points.v[index] ?? 0, slopes);
    expect(determinant(slopes)).not.toBeNaN();
  });
});
