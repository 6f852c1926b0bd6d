import { describe, expect, test } from 'vitest';
import { at, namedNetwork } from '@/lib/routing/fixtures/networks';
import { Router } from '@/lib/routing/router';
import { coverNetwork, metersBySpan, secondsFromMiddles, servedWays, sharesOf, spanOf } from './coverage';

/** 1,500 m of street with a stair in the middle of it. */
const network = namedNetwork({ a: [0, 0, 200], b: [700, 0, 200], c: [750, 0, 210], d: [1500, 0, 210] }, [
  { between: 'a-b', kind: 'footway', width: 3, surface: 'asphalt' },
  { between: 'b-c', kind: 'steps', stepCount: 60 },
  { between: 'c-d', kind: 'footway', width: 3, surface: 'asphalt' },
]);
const router = new Router(network);
const clinic = { id: 'clinic', category: 'health' as const, position: at(0, 0) };

describe('coverage of a network', () => {
  test('from every node the time to the nearest; nobody asks for what nobody has listed', () => {
    const [health, ...others] = coverNetwork(router, [clinic], 'walk');
    expect(others).toEqual([]);
    expect(health).toMatchObject({ category: 'health', known: 1 });
    expect(health?.seconds[network.node('a')]).toBe(0);
    expect(health?.seconds[network.node('b')]).toBeCloseTo(700 / 1.25, 0);
    // Down the stairs from c, towards the clinic: no quicker than their 50 m on the flat.
    expect(health?.seconds[network.node('c')]).toBeCloseTo(700 / 1.25 + 50 / 1.25, 0);
  });
  test('stairs end it for a chair; shares are of the length', () => {
    const [chair] = coverNetwork(router, [clinic], 'wheelchair');
    if (!chair) throw new Error('a coverage is wanted');
    expect(chair.seconds[network.node('d')]).toBe(Number.POSITIVE_INFINITY);
    expect([...secondsFromMiddles(router, chair)].map(spanOf)).toEqual(['within10', 'beyond', 'beyond']);
    expect(sharesOf(router, chair)).toEqual({
      within5: 0,
      within10: expect.closeTo(700 / 1500, 4),
      within15: expect.closeTo(700 / 1500, 4),
    });
    const [walk] = coverNetwork(router, [clinic], 'walk');
    if (!walk) throw new Error('a coverage is wanted');
    expect(sharesOf(router, walk).within15).toBeGreaterThan(sharesOf(router, chair).within15);
  });
  test('ways for a map: their metres add up, rides are not among them, the best served lie on top', () => {
    const [health] = coverNetwork(router, [clinic], 'wheelchair');
    if (!health) throw new Error('a coverage is wanted');
    const ways = servedWays(router, health);
    expect(ways.map(({ kind }) => kind)).toEqual(['beyond', 'beyond', 'within10']);
    expect(metersBySpan(ways)).toEqual({
      within5: 0,
      within10: expect.closeTo(700, 0),
      within15: 0,
      within30: 0,
      beyond: expect.closeTo(800, 0),
    });
  });
  test('what stands on a way is near to the middle of that way', () => {
    const [health] = coverNetwork(router, [{ ...clinic, position: at(400, 0) }], 'walk');
    if (!health) throw new Error('a coverage is wanted');
    expect(secondsFromMiddles(router, health)[0]).toBeCloseTo(50 / 1.25, 0);
  });
});
