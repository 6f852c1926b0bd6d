import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DaysOff, daysOffSchema, toCalendar } from './days-off';
import { daysBetween, endOfWorkingDay, workingDaysBetween } from './working-days';

const at = (text: string) => Date.parse(`${text}+08:00`);
const DAY = 86_400_000;
const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') });

/** Day by day, by the calendar of Shanghai that Intl knows. */
function countSlowly(from: number, to: number): number {
  const weekday = (instant: number) =>
    new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'Asia/Shanghai' }).format(instant);
  const dateOf = (instant: number) =>
    new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }).format(instant);
  let count = 0;
  for (let day = from; dateOf(day) !== dateOf(to); ) {
    day += DAY;
    if (!['Sat', 'Sun'].includes(weekday(day))) count++;
  }
  return count;
}

test('the day of arrival does not count, weekends never do', () => {
  // 2026-11-27 is a Friday.
  expect(workingDaysBetween(at('2026-11-27T09:00'), at('2026-11-27T23:59'))).toBe(0);
  expect(workingDaysBetween(at('2026-11-27T09:00'), at('2026-11-29T23:59'))).toBe(0);
  expect(workingDaysBetween(at('2026-11-27T23:59'), at('2026-11-30T00:00'))).toBe(1);
  expect(workingDaysBetween(at('2026-11-28T12:00'), at('2026-12-04T12:00'))).toBe(5);
  expect(daysBetween(at('2026-11-27T23:59'), at('2026-11-30T00:00'))).toBe(3);
});

test('days are those of Chongqing, whatever the clock of the server', () => {
  // Sunday evening in UTC is Monday morning there.
  expect(workingDaysBetween(Date.parse('2026-11-29T15:00Z'), Date.parse('2026-11-29T17:00Z'))).toBe(1);
});

test('fifteen working days are three weeks', () => {
  expect(endOfWorkingDay(at('2026-11-25T10:00'), 15)).toBe(at('2026-12-17T00:00'));
  // From a Saturday the fifteenth working day is a Friday.
  expect(endOfWorkingDay(at('2026-11-28T10:00'), 15)).toBe(at('2026-12-19T00:00'));
});

// Made up, in the form of a real one: a long holiday over two weekends, paid for by a Sunday and a Saturday.
const made: DaysOff = {
  year: 2027,
  source: 'made up for this test',
  checked: '2026-11-26',
  off: ['2027-01-01', '2027-10-01/2027-10-07'],
  worked: ['2027-09-26', '2027-10-09'],
};
const calendar = toCalendar([made]);

test('announced days off are no working days, and weekends worked for them are', () => {
  const between = (from: string, to: string) => workingDaysBetween(at(from), at(to), calendar);
  expect(between('2027-09-24T09:00', '2027-09-26T09:00')).toBe(1);
  expect(between('2027-09-30T09:00', '2027-10-08T09:00')).toBe(1);
  expect(between('2027-10-08T09:00', '2027-10-10T23:59')).toBe(1);
  expect(between('2027-10-08T09:00', '2027-09-30T09:00')).toBe(-1);
  // Other years are as they were.
  expect(between('2026-09-30T09:00', '2026-10-08T09:00')).toBe(6);
  expect(endOfWorkingDay(at('2027-09-24T09:00'), 5, calendar)).toBe(at('2027-10-01T00:00'));
  expect(endOfWorkingDay(at('2027-09-30T09:00'), 1, calendar)).toBe(at('2027-10-09T00:00'));
});

test('with days off too: spans add up, and the end of the n-th working day has n before it', () => {
  const near = fc.integer({ min: at('2026-06-01T00:00'), max: at('2028-06-01T00:00') });
  fc.assert(
    fc.property(near, near, near, fc.integer({ min: 1, max: 60 }), (a, b, c, n) => {
      const count = (from: number, to: number) => workingDaysBetween(from, to, calendar);
      expect(count(a, b) + count(b, c)).toBe(count(a, c));
      const end = endOfWorkingDay(a, n, calendar);
      expect([count(a, end - 1), count(a, end - DAY - 1)]).toEqual([n, n - 1]);
    }),
  );
});

test('a file that is wrong says where', () => {
  const problems = (changes: object) =>
    daysOffSchema
      .safeParse({ ...made, ...changes })
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  expect(problems({})).toEqual([]);
  // The holiday of the new year may begin in the old one.
  expect(problems({ off: ['2026-12-31/2027-01-02'] })).toEqual([]);
  expect(problems({ off: ['1 May'] })[0]).toMatch(/^off\.0: a day/);
  expect(problems({ off: ['2027-02-30'] })[0]).toMatch(/^off\.0: a day/);
  expect(problems({ off: ['2027-10-07/2027-10-01'] })).toEqual(['off.0: ends before it begins']);
  expect(problems({ off: ['2026-10-01'] })).toEqual(['off.0: 2026-10-01 is not of 2027']);
  expect(problems({ worked: ['2027-09-27'] })).toEqual(['worked.0: 2027-09-27 is no Saturday or Sunday']);
  expect(problems({ worked: ['2027-10-02'] })).toEqual(['worked.0: 2027-10-02 is among the days off']);
  expect(problems({ source: '', holidays: [] })).toHaveLength(2);
});

test('the same as counting day by day', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 90 * DAY }), (from, span) => {
      expect(workingDaysBetween(from, from + span)).toBe(countSlowly(from, from + span));
    }),
    { numRuns: 60 },
  );
});

test('spans add up, weeks add five, and back is the opposite', () => {
  fc.assert(
    fc.property(instants, instants, instants, (a, b, c) => {
      expect(workingDaysBetween(a, b) + workingDaysBetween(b, c)).toBe(workingDaysBetween(a, c));
      expect(workingDaysBetween(a, b + 7 * DAY)).toBe(workingDaysBetween(a, b) + 5);
      expect(workingDaysBetween(b, a) + workingDaysBetween(a, b)).toBe(0);
    }),
  );
});

test('the end of the n-th working day is a midnight, after a working day, with n days counted before it', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 400 }), (from, n) => {
      const end = endOfWorkingDay(from, n);
      expect((end + 8 * 3_600_000) % DAY).toBe(0);
      expect(workingDaysBetween(from, end - 1)).toBe(n);
      expect(workingDaysBetween(from, end - DAY - 1)).toBe(n - 1);
    }),
  );
});
