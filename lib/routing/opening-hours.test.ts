import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hoursOn,
  isOpenAt,
  minutesUntilOpen,
  parseOpeningHours,
  WEEK_MINUTES,
  weekMinuteOf,
} from './opening-hours';

const day = (name: string) => ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].indexOf(name) * 1440;
const openAt = (text: string, dayName: string, hour: number, minute = 0) => {
  const spans = parseOpeningHours(text);
  return spans && isOpenAt(spans, day(dayName) + hour * 60 + minute);
};

describe('opening hours', () => {
  test.each([
    ['24/7', 'Su', 3, true],
    ['06:30-22:00', 'We', 6, false],
    ['06:30-22:00', 'We', 7, true],
    ['06:30-22:00', 'We', 22, false],
    ['Mo-Fr 08:00-18:00', 'Sa', 12, false],
    ['Mo-Fr 08:00-18:00; Sa,Su 10:00-16:00', 'Sa', 12, true],
    ['Sa-Mo 10:00-12:00', 'Mo', 11, true],
    ['Sa-Mo 10:00-12:00', 'Tu', 11, false],
    ['08:00-12:00,14:00-18:00', 'Th', 13, false],
    ['20:00-02:00', 'Mo', 1, true],
    ['Fr 20:00-02:00', 'Sa', 1, true],
    ['Fr 20:00-02:00', 'Fr', 1, false],
    ['Mo-Su 07:00-22:00; We off', 'We', 12, false],
  ])('%s on %s at %d o’clock: %s', (text, dayName, hour, expected) => {
    expect(openAt(text, dayName, hour)).toBe(expected);
  });
  test.each([
    'sunrise-sunset',
    'PH off',
    'Mo-Fr 8-18',
    'Jan-Mar 10:00-12:00',
    'dusk-dawn',
    '10:00+',
    '',
    'week 1-5 Mo 10:00-12:00',
  ])('%j is not understood, so nothing is claimed', (text) => {
    // An empty text has no rule at all and claims nothing either: never open would be a claim.
    const spans = parseOpeningHours(text);
    expect(spans === undefined || spans.length === 0).toBe(true);
  });
  test('minutes until it opens', () => {
    const spans = parseOpeningHours('Mo-Fr 07:00-22:00') ?? [];
    expect(minutesUntilOpen(spans, day('Mo') + 6 * 60)).toBe(60);
    expect(minutesUntilOpen(spans, day('Mo') + 8 * 60)).toBe(0);
    expect(minutesUntilOpen(spans, day('Fr') + 23 * 60)).toBe((2 * 24 + 8) * 60);
    expect(minutesUntilOpen([], 0)).toBe(Number.POSITIVE_INFINITY);
  });
  test('when it says how long until it opens, it is open then and not a minute before', () => {
    const texts = ['06:30-22:00', 'Mo-Fr 08:00-18:00', 'Sa 20:00-02:00', 'Mo,We 10:00-10:30'];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(WEEK_MINUTES - 1), (text, minute) => {
        const spans = parseOpeningHours(text) ?? [];
        const wait = minutesUntilOpen(spans, minute);
        expect(isOpenAt(spans, minute + wait)).toBe(true);
        if (wait > 0) expect(isOpenAt(spans, minute + wait - 1)).toBe(false);
      }),
    );
  });
  test('the minute of the week is Chongqing’s', () => {
    // Wednesday 25 November 2026, 18:00 UTC is Thursday 02:00 there.
    expect(weekMinuteOf(Date.UTC(2026, 10, 25, 18))).toBe(day('Th') + 120);
  });
});

describe('hours of a day', () => {
  // A Monday.
  const monday = Date.parse('2026-11-23T12:00:00+08:00');
  const told = (hours: string, instant = monday) =>
    hoursOn(parseOpeningHours(hours) ?? [], instant).map(({ from, until }) =>
      [from, until].map((time) => new Date(time + 8 * 3_600_000).toISOString().slice(11, 16)).join('-'),
    );
  test('two spans, a day off, all day', () => {
    expect(told('09:00-12:00,13:00-17:00')).toEqual(['09:00-12:00', '13:00-17:00']);
    expect(told('Tu-Su 09:00-17:00')).toEqual([]);
    expect(told('24/7')).toEqual(['00:00-00:00']);
  });
  test('past midnight stands with the day it begins on', () => {
    expect(told('18:00-02:00', monday)).toContain('18:00-02:00');
  });
});
