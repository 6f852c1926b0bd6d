import { describe, expect, test } from 'vitest';
import { toDirections, turnOf } from './directions';
import { at, namedNetwork } from './fixtures/networks';
import { profiles } from './profiles';
import { Router } from './router';

describe('directions', () => {
  const router = new Router(
    namedNetwork(
      {
        a: [0, 0, 200],
        b: [0, 100, 200],
        c: [80, 100, 214],
        d: [80, 110, 246],
        e: [80, 200, 246],
        f: [80, 300, 246],
      },
      [
        { between: 'a-b', kind: 'footway', name: '下街' },
        { between: 'b-c', kind: 'steps', stepCount: 86, handrail: 'right', name: '石梯' },
        { between: 'c-d', kind: 'elevator', waitSeconds: 30, rideSeconds: 20 },
        { between: 'd-e', kind: 'street', name: '上街' },
        { between: 'e-f', kind: 'street', name: '上街' },
      ],
    ),
  );
  const directionsOf = (from: [number, number], to: [number, number]) => {
    const result = router.findRoute({ from: at(...from), to: at(...to), profile: profiles.walk });
    if (result.kind !== 'route') throw new Error('a route is wanted');
    return toDirections(result.route);
  };
  test('up: set out, turn right up 86 steps with the handrail on the right, take the lift, arrive', () => {
    const directions = directionsOf([0, 5], [80, 290]);
    expect(directions.map(({ code }) => code)).toEqual(['depart', 'steps-up', 'elevator', 'walk', 'arrive']);
    expect(directions[1]).toMatchObject({ turn: 'right', count: 86, handrail: 'right' });
    expect(directions[2]).toMatchObject({ rise: expect.closeTo(32, 1), seconds: 50 });
    expect(directions[3]).toMatchObject({ name: '上街', lengthMeters: expect.closeTo(180, 0) });
  });
  test('down: the same steps go down, the handrail is on the other side', () => {
    const directions = directionsOf([80, 290], [0, 5]);
    expect(directions.map(({ code }) => code)).toEqual([
      'depart',
      'elevator',
      'steps-down',
      'walk',
      'arrive',
    ]);
    expect(directions[2]).toMatchObject({ count: 86, handrail: 'left' });
    expect(directions[3]).toMatchObject({ turn: 'left' });
  });
  test.each([
    [0, 5, 'straight'],
    [350, 10, 'slight-right'],
    [0, 90, 'right'],
    [90, 0, 'left'],
    [-170, 170, 'slight-left'],
    [0, 170, 'sharp-right'],
  ])('coming at %d°, leaving at %d°: %s', (before, after, turn) => {
    expect(turnOf(before, after)).toBe(turn);
  });
});
