import { describe, expect, it } from 'vitest';
import { askApproach } from './approach';
import { at, namedNetwork } from './fixtures/networks';
import { Router } from './router';

const wide = { width: 3, surface: 'asphalt' } as const;
/** A stair of 300 m straight to the place, and a level way round: 600 m from the foot of the stair, 400 m from the next corner. */
const router = new Router(
  namedNetwork({ a: [0, 0, 200], b: [150, 0, 200], c: [150, 300, 200], d: [0, 300, 200] }, [
    { between: 'a-d', kind: 'steps', stepCount: 12, name: 'Long Stairs' },
    { between: 'a-b', kind: 'footway', ...wide },
    { between: 'b-c', kind: 'footway', ...wide },
    { between: 'c-d', kind: 'footway', ...wide },
  ]),
);
const shorterOf = (profile: 'walk' | 'wheelchair', x = 0) =>
  askApproach(
    router,
    {
      place: at(0, 300),
      from: [{ key: 'from', position: at(x, 0) }],
      profile: { profile, changes: {} },
      now: 0,
    },
    [],
  ).stretches[0]?.shorter;

describe('what may stop me', () => {
  it('names what is on the short way where one goes a long way round', () => {
    const shorter = shorterOf('wheelchair');
    expect(shorter?.lengthMeters).toBeCloseTo(300, -1);
    expect(shorter?.barriers).toMatchObject([{ violation: 'steps', name: 'Long Stairs', value: 12 }]);
  });
  it('says nothing of it where one goes the walker’s way or hardly farther', () => {
    expect(shorterOf('walk')).toBeUndefined();
    expect(shorterOf('wheelchair', 150)).toBeUndefined();
  });
});
