import { describe, expect, test } from 'vitest';
import { at, namedNetwork } from '@/lib/routing/fixtures/networks';
import type { ProfileId } from '@/lib/routing/profiles';
import { Router } from '@/lib/routing/router';
import { askWalk, verdictOf, type WalkLine } from './for-me';

/** A walk over a stair a-b-c; round it a ramp b-d-c; from c to e a bare stair. */
const router = new Router(
  namedNetwork(
    { a: [0, 0, 200], b: [100, 0, 200], c: [100, 40, 206], d: [300, 20, 203], e: [100, 80, 212] },
    [
      { between: 'a-b', kind: 'footway', width: 3, surface: 'asphalt' },
      { between: 'b-c', kind: 'steps', stepCount: 36 },
      { between: 'b-d', kind: 'footway', width: 3, surface: 'asphalt' },
      { between: 'd-c', kind: 'footway', width: 3, surface: 'asphalt' },
      { between: 'c-e', kind: 'steps', stepCount: 40 },
    ],
  ),
);
const short: WalkLine = {
  edges: [
    { id: 'a-b', isReversed: false },
    { id: 'b-c', isReversed: false },
  ],
  stops: [
    { key: 'start', position: at(0, 0) },
    { key: 'top', position: at(100, 40) },
  ],
};
const long: WalkLine = {
  edges: [...short.edges, { id: 'c-e', isReversed: false }],
  stops: [...short.stops, { key: 'roof', position: at(100, 80) }],
};
const ask = (line: WalkLine, profile: ProfileId) =>
  askWalk(router, { line, profile: { profile, changes: {} }, now: 0 }, []);

describe('a walk for one person', () => {
  test('on foot as drawn', () => {
    const answer = ask(long, 'walk');
    expect(answer.drawn).toBe('open');
    expect(verdictOf(answer)).toBe('drawn');
  });
  test('in a chair by the ramp: every stop, by another way', () => {
    const answer = ask(short, 'wheelchair');
    expect(answer.drawn).toBe('barred');
    expect(verdictOf(answer)).toBe('variant');
    expect(answer.legs[0]?.lengthMeters).toBeGreaterThan(400);
  });
  test('where only stairs lead on, the stretch and what bars it are named', () => {
    const answer = ask(long, 'wheelchair');
    expect(verdictOf(answer)).toBe('partly');
    expect(answer.legs.map(({ from, to, isOpen }) => [from, to, isOpen])).toEqual([
      ['start', 'top', true],
      ['top', 'roof', false],
    ]);
    expect(answer.legs[1]?.barriers).toMatchObject([{ violation: 'steps', value: 40 }]);
  });
  test('what nobody has surveyed is only perhaps open to whom stairs bar', () => {
    const guess = new Router(
      namedNetwork({ a: [0, 0], b: [100, 0] }, [{ between: 'a-b', kind: 'footway', confidence: 'poor' }]),
    );
    const line: WalkLine = {
      edges: [{ id: 'a-b', isReversed: false }],
      stops: [
        { key: 'a', position: at(0, 0) },
        { key: 'b', position: at(100, 0) },
      ],
    };
    const verdict = (profile: ProfileId) =>
      verdictOf(askWalk(guess, { line, profile: { profile, changes: {} }, now: 0 }, []));
    expect(verdict('elder')).toBe('drawn');
    expect(verdict('stroller')).toBe('drawnPerhaps');
  });
  test('an outage counts from now', () => {
    const outage = { notice: 'n', edges: ['b-d'], from: 0, until: null };
    const answer = askWalk(
      router,
      { line: short, profile: { profile: 'wheelchair', changes: {} }, now: 1000 },
      [outage],
    );
    expect(verdictOf(answer)).toBe('partly');
  });
  test('a network without the line says nothing of it', () => {
    const answer = ask({ ...short, edges: [{ id: 'elsewhere', isReversed: false }] }, 'walk');
    expect(answer.drawn).toBe('unknown');
    expect(verdictOf(answer)).toBe('variant');
  });
});
