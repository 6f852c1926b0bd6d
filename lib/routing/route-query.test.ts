import { describe, expect, test } from 'vitest';
import { profiles } from './profiles';
import {
  formatRouteEnd,
  formatRouteQuery,
  instantOf,
  parseRouteEnd,
  parseRouteQuery,
  profileOf,
} from './route-query';

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
  test('what a framework finds on an object by that name is no part of the address', () => {
    const params = { constructor: [Object, '1'] as unknown as string[], at: '08:00' };
    expect(parseRouteQuery(params, known).ignored).toEqual([{ name: 'constructor', value: '1' }]);
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
      when: 'now',
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
  test('a time without a word is a departure; a word without a time, or a day without one, means nothing', () => {
    const read = (params: Record<string, string>) => {
      const { query, ignored } = parseRouteQuery(params, known);
      return { ...query, ignored: ignored.map(({ name, value }) => `${name}=${value}`) };
    };
    expect(read({ at: '08:30' })).toMatchObject({ when: 'depart', minute: 510, ignored: [] });
    expect(read({ at: '08:30', when: 'arrive', on: '2026-11-28' })).toMatchObject({
      when: 'arrive',
      minute: 510,
      date: '2026-11-28',
      ignored: [],
    });
    expect(read({ when: 'arrive', on: '2026-11-28' })).toMatchObject({
      when: 'now',
      ignored: ['when=arrive', 'on=2026-11-28'],
    });
    expect(read({ when: 'any', at: '08:30' })).toMatchObject({ when: 'any', ignored: ['at=08:30'] });
    expect(read({ at: '08:30', on: '2026-02-30' })).toMatchObject({ ignored: ['on=2026-02-30'] });
  });
  test('the instant counts in Chongqing, whatever the clock of the reader', () => {
    // Half past midnight of the 26th in Chongqing is still the 25th in Greenwich.
    const now = Date.parse('2026-11-25T16:30:00Z');
    const { query } = parseRouteQuery({ at: '08:00' }, known);
    expect(new Date(instantOf(query, now)).toISOString()).toBe('2026-11-26T00:00:00.000Z');
    expect(instantOf(parseRouteQuery({}, known).query, now)).toBe(now);
  });
  test.each([
    'from=place.jiefangbei&to=106.57912%2C29.56058&profile=wheelchair&prefer=no-fare&when=arrive&at=22%3A05&on=2026-11-28&pace=3.6&up=6&width=0.8&unknown=forbid',
    'profile=wheelchair&pace=2&stepup=2.5&stepdown=3&steps=yes&lifts=no&escalators=yes&cableways=yes&kerb=rolled&ground=loose&unknown=assume',
    'from=walk.levels&to=station.linjiangmen',
    'when=any',
    'at=00%3A00',
  ])('written as it was read: %s', (address) => {
    const { query } = parseRouteQuery(Object.fromEntries(new URLSearchParams(address)), known);
    expect(formatRouteQuery(query).toString()).toBe(address);
  });
  test('what a person takes or not is theirs to say, and nonsense about it is listed', () => {
    const { query, ignored } = parseRouteQuery(
      {
        profile: 'wheelchair',
        cableways: 'yes',
        kerb: 'raised',
        steps: 'maybe',
        kerbs: 'flush',
        ground: 'toString',
      },
      known,
    );
    expect(profileOf(query)).toEqual({ ...profiles.wheelchair, cableways: true, maxKerb: 'raised' });
    expect(ignored.map(({ name }) => name)).toEqual(['steps', 'kerbs', 'ground']);
  });
  test('a preference moves what is disliked, never what is possible', () => {
    const limits = (prefer: 'quickest' | 'fewest-steps' | 'gentlest') => {
      const {
        stepEffort: _steps,
        climbEffort: _climb,
        ...rest
      } = profileOf({ profile: 'elder', prefer, when: 'now', changes: {} });
      return rest;
    };
    expect(limits('fewest-steps')).toEqual(limits('quickest'));
    expect(limits('gentlest')).toEqual(limits('quickest'));
    expect(profileOf({ profile: 'walk', prefer: 'quickest', when: 'now', changes: {} })).toEqual(
      profiles.walk,
    );
  });
});
