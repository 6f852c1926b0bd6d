import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '@/lib/geo/position';
import { makeSeries, randomDrawing } from './fixtures/drawings';
import { type ControlPoint, makeWarp } from './warp';
import { WarpError, type WarpErrorCode } from './warp-error';

const size = { width: 1200, height: 800 };
/** A point of the plain map of the quarter: 1 m a pixel, north up, shown at `x` and `y` or moved from there. */
const point = (x: number, y: number, dx = 0, dy = 0): ControlPoint => ({
  position: [106.57 + x / 96_720, 29.56 - y / 111_195],
  x: x + dx,
  y: y + dy,
});
const corners = [point(0, 0), point(1200, 0), point(0, 800), point(1200, 800)];

function errorOf(points: readonly ControlPoint[], smoothing?: number): WarpError {
  try {
    makeWarp(points, size, smoothing);
  } catch (error) {
    if (error instanceof WarpError) return error;
    throw error;
  }
  throw new Error('no error');
}
const refusal = (code: WarpErrorCode, points: readonly number[]) => ({ code, points });

describe('a warp', () => {
  test('1,000 random drawings: exact at the control points, and back within a pixel everywhere in the picture', () => {
    let made = 0;
    for (let seed = 0; made < 1000; seed++) {
      const random = makeSeries(seed + 1_000_000);
      const drawing = randomDrawing(seed, {
        count: 3 + Math.floor(random() * 40),
        bent: random() * 0.1,
        careless: random() * 8,
      });
      const { width, height } = drawing.size;
      let warp: ReturnType<typeof makeWarp>;
      try {
        warp = makeWarp(drawing.points, drawing.size);
      } catch (error) {
        // Some are drawn too carelessly for a map.
        expect(error).toBeInstanceOf(WarpError);
        continue;
      }
      made++;
      for (const { point, pixels, meters } of warp.residuals) {
        expect(pixels, `seed ${seed}`).toBeLessThan(1e-6);
        expect(meters, `seed ${seed}, ${point.name}`).toBeLessThan(0.01);
      }
      for (let round = 0; round < 40; round++) {
        // The edges and corners belong to the picture.
        const share = () => Math.min(1, Math.max(0, random() * 1.2 - 0.1));
        const spot = { x: share() * width, y: share() * height };
        const back = warp.toSheet(warp.toPosition(spot));
        expect(Math.hypot(back.x - spot.x, back.y - spot.y), `seed ${seed}`).toBeLessThan(0.001);
      }
    }
  }, 60_000);

  test('comes near to what the illustrator drew between the points', () => {
    const drawing = randomDrawing(5, { count: 40, bent: 0.03 });
    const warp = makeWarp(drawing.points, drawing.size);
    const random = makeSeries(6);
    const misses = Array.from({ length: 200 }, () => {
      const { width, height } = drawing.size;
      const spot = { x: width * (0.15 + 0.7 * random()), y: height * (0.15 + 0.7 * random()) };
      const meant = drawing.draw(warp.toPosition(spot));
      return Math.hypot(meant.x - spot.x, meant.y - spot.y) / height;
    }).sort((a, b) => a - b);
    expect(misses[100]).toBeLessThan(0.01);
  });

  test('an affine set stays affine, whether of three points or of many', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 30 }), (seed, count) => {
        const { points, size, draw } = randomDrawing(seed, { count });
        let warp: ReturnType<typeof makeWarp>;
        try {
          warp = makeWarp(points, size);
        } catch (error) {
          // Three points may happen to lie in a line.
          return error instanceof WarpError && error.code === 'in-line';
        }
        const random = makeSeries(seed);
        return Array.from({ length: 20 }, () => {
          // Far outside the picture too.
          const spot = {
            x: size.width * (4 * random() - 1.5),
            y: size.height * (4 * random() - 1.5),
          };
          const position = warp.toPosition(spot);
          const meant = draw(position);
          return Math.hypot(meant.x - spot.x, meant.y - spot.y) < 0.01;
        }).every(Boolean);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('goes round its points when told to smooth, says by how much, and then bends less', () => {
    const points = [...corners, point(600, 400), point(300, 400), point(900, 400, 40, 0)];
    const exact = makeWarp(points, size);
    expect(exact.residuals.every(({ pixels, meters }) => pixels < 1e-6 && meters < 1e-3)).toBe(true);
    const most = [0.01, 0.1, 1, 100].map((smoothing) => {
      const { residuals } = makeWarp(points, size, smoothing);
      expect(residuals.map((residual) => residual.point)).toEqual(points);
      const worst = residuals.toSorted((a, b) => b.pixels - a.pixels)[0];
      expect(worst?.point).toBe(points[6]);
      // A pixel is a metre here.
      expect(worst?.meters).toBeCloseTo(worst?.pixels ?? 0, -1);
      return worst?.pixels ?? 0;
    });
    expect(most).toEqual(most.toSorted((a, b) => a - b));
    expect(most[0]).toBeGreaterThan(0.1);
    expect(most[3]).toBeGreaterThan(30);
  });

  test('smoothing means the same in a large drawing as in a small one', () => {
    const { points, size } = randomDrawing(11, { count: 20, bent: 0.05, careless: 5 });
    const larger = points.map(({ position, x, y }) => ({ position, x: 3 * x, y: 3 * y }));
    const small = makeWarp(points, size, 0.02);
    const large = makeWarp(larger, { width: 3 * size.width, height: 3 * size.height }, 0.02);
    large.residuals.forEach(({ pixels }, index) => {
      expect(pixels).toBeCloseTo(3 * (small.residuals[index]?.pixels ?? 0), 6);
    });
  });

  test('back within a pixel also where the map is all but folded', () => {
    const close = [
      point(592, 390, 5, -1),
      point(606, 393, -6, 3),
      point(595, 403, 3, -4),
      point(612, 388, 6, 2),
      point(605, 402, 3, 6),
    ];
    const warp = makeWarp([...corners, ...close], size);
    for (let x = 570; x <= 630; x += 0.5)
      for (let y = 370; y <= 430; y += 0.5) {
        const back = warp.toSheet(warp.toPosition({ x, y }));
        expect(Math.hypot(back.x - x, back.y - y), `${x}, ${y}`).toBeLessThan(0.001);
      }
  });

  test('south may be up: a turned map is no mirrored one', () => {
    const turned = corners.map(({ position, x, y }) => ({ position, x: 1200 - x, y: 800 - y }));
    const { x, y } = makeWarp(turned, size).toSheet(point(300, 200).position);
    expect([x, y]).toEqual([expect.closeTo(900, 6), expect.closeTo(600, 6)]);
  });
});

describe('refuses', () => {
  test('fewer than three points', () => {
    expect(errorOf([])).toMatchObject(refusal('too-few', []));
    expect(errorOf(corners.slice(0, 2))).toMatchObject(refusal('too-few', [0, 1]));
  });

  test('two points on one spot of the ground, or of the picture', () => {
    const again = { ...point(1200, 0), x: 700, y: 100 };
    expect(errorOf([...corners, again])).toMatchObject(refusal('same-spot', [1, 4]));
    expect(
      errorOf([...corners, { ...again, position: point(700, 100).position, x: 0, y: 0.2 }]),
    ).toMatchObject(refusal('same-spot', [0, 4]));
  });

  test('points in a line, on the ground or in the picture, level or not, exactly or nearly', () => {
    for (const line of [
      [point(100, 100), point(500, 100), point(900, 100), point(1000, 100)],
      [point(100, 100), point(500, 300), point(900, 500)],
      [point(100, 100), point(500, 301), point(900, 500)],
    ])
      expect(errorOf(line)).toMatchObject(refusal('in-line', [...line.keys()]));
    const drawnInLine = [point(100, 100), point(500, 700, 0, -500), point(900, 500, 0, -200)];
    expect(errorOf(drawnInLine)).toMatchObject({ code: 'in-line', message: /in the picture/ });
  });

  test.each([
    [-1, 5],
    [1201, 5],
    [5, -0.1],
    [5, 801],
    [Number.NaN, 5],
  ])('a point outside the picture: %d, %d', (x, y) => {
    const outside = { ...point(600, 400), x, y, name: '解放碑' };
    const error = errorOf([...corners, outside]);
    expect(error).toMatchObject(refusal('outside', [4]));
    expect(error.message).toContain('points.4 (解放碑)');
  });

  test('a mirrored map: y from below, or longitude and latitude the other way round', () => {
    const fromBelow = corners.map((corner) => ({ ...corner, y: 800 - corner.y }));
    expect(errorOf(fromBelow)).toMatchObject(refusal('mirrored', [0, 1, 2, 3]));
    const swapped = corners.map(({ position: [lng, lat], ...corner }) => ({
      ...corner,
      position: [lat, lng] as LngLat,
    }));
    expect(errorOf(swapped).code).toBe('mirrored');
  });

  test('a map folded between its points, and says where and by which point', () => {
    const [a, b] = [point(500, 400, 150, 0), point(600, 400, -150, 0)];
    const error = errorOf([...corners, point(300, 200), a, b, point(900, 600)]);
    expect(error.code).toBe('folded');
    expect(error.points.slice(0, 2).toSorted()).toEqual([5, 6]);
    const [lng = 0, lat = 0] = error.where?.position ?? [];
    expect((lng - 106.57) * 96_720).toBeGreaterThan(450);
    expect((lng - 106.57) * 96_720).toBeLessThan(650);
    expect((29.56 - lat) * 111_195).toBeGreaterThan(350);
    expect((29.56 - lat) * 111_195).toBeLessThan(450);
  });

  test('a fold much smaller than any grid: two points 2 m apart confused', () => {
    const [a, b] = [point(601, 403, 2, 0), point(603, 403, -2, 0)];
    expect(errorOf([...corners, a, b])).toMatchObject({ code: 'folded' });
    // Not confused, the same two points are fine.
    expect(makeWarp([...corners, point(601, 403), point(603, 403)], size).residuals).toHaveLength(6);
  });

  test('a fold of a metre beside three close points, on no line between them', () => {
    const close = [point(595, 394, 4, 5), point(592, 404, -5, 4), point(588, 410, 0, 3)];
    const error = errorOf([...corners, ...close]);
    expect(error.code).toBe('folded');
    expect(error.points.toSorted()).toEqual([4, 5, 6]);
  });

  test('a map that folds beyond its points, within the picture', () => {
    const bundle = [
      point(500, 300),
      point(700, 300),
      point(500, 500, 90, 0),
      point(700, 500, -90, 0),
      point(600, 400),
    ];
    const error = errorOf(bundle);
    expect(error).toMatchObject({ code: 'folded', message: /beyond the control points/ });
    expect(error.where?.y).toBeGreaterThan(500);
    expect(makeWarp(bundle, size, 1).residuals).toHaveLength(5);
  });

  test('smoothing heals a fold of careless points', () => {
    const careless = [...corners, point(500, 400, 30, 0), point(520, 400, 0, 0), point(300, 200)];
    expect(errorOf(careless).code).toBe('folded');
    expect(makeWarp(careless, size, 0.1).residuals[4]?.pixels).toBeGreaterThan(5);
  });
});
