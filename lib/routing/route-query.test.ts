import { describe, expect, test } from 'vitest';
import { profiles } from './profiles';
import { formatRouteEnd, parseRouteEnd, parseRouteQuery, profileOf } from './route-query';

const known = () => true;

describe('a question in the address', () => {
  test('is read whole', () => {
    const { query, ignored } = parseRouteQuery(
      {
        from: 'place.jiefangbei',
        to: '106.57912,29.56058',
        profile: 'wheelchair',
        prefer: 'no-fare',
        at: '22:30',
        up: '6',
        pace: '3.6',
        unknown: 'forbid',
      },
      known,
    );
    expect(ignored).toEqual([]);
    expect(query).toMatchObject({
      from: { kind: 'place', id: 'jiefangbei' },
      to: { kind: 'position', position: [106.57912, 29.56058] },
      profile: 'wheelchair',
      prefer: 'no-fare',
      minute: 22 * 60 + 30,
      changes: { maxInclineUp: 0.06, metersPerSecond: 1, unknown: 'forbid' },
    });
  });
  test('nonsense is listed and the rest kept', () => {
    const { query, ignored } = parseRouteQuery(
      {
        from: 'place.atlantis',
        to: 'station.linjiangmen',
        profile: 'bird',
        at: '25:00',
        up: '-3',
        width: '9',
        colour: 'red',
        utm_source: 'x',
        prefer: ['no-fare', 'gentlest'],
      },
      (end) => end.kind === 'station',
    );
    expect(ignored.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'from=place.atlantis',
      'profile=bird',
      'at=25:00',
      'up=-3',
      'width=9',
      'colour=red',
      'prefer=gentlest',
    ]);
    expect(query).toEqual({
      to: { kind: 'station', id: 'linjiangmen' },
      profile: 'walk',
      prefer: 'no-fare',
      changes: {},
    });
  });
  test.each(['place.hongyadong', 'station.linjiangmen', '106.57336,29.56011'])(
    '%s there and back',
    (text) => {
      const end = parseRouteEnd(text);
      expect(end && formatRouteEnd(end)).toBe(text);
    },
  );
  test.each(['', 'place.', '106.5', '200,10', 'place.A', '1e3,2'])('%j is no place', (text) => {
    expect(parseRouteEnd(text)).toBeUndefined();
  });
  test('a preference moves what is disliked, never what is possible', () => {
    const limits = (prefer: 'quickest' | 'fewest-steps' | 'gentlest') => {
      const {
        stepEffort: _steps,
        climbEffort: _climb,
        ...rest
      } = profileOf({ profile: 'elder', prefer, changes: {} });
      return rest;
    };
    expect(limits('fewest-steps')).toEqual(limits('quickest'));
    expect(limits('gentlest')).toEqual(limits('quickest'));
    expect(profileOf({ profile: 'walk', prefer: 'quickest', changes: {} })).toEqual(profiles.walk);
  });
});
