/**
 * Working days in Chongqing: Monday to Friday, by the calendar of Asia/Shanghai (UTC+8 all year). Public holidays and the weekend days worked in exchange
 * for them are announced by the State Council year by year; where the operator has laid them down (days-off.ts) they count, elsewhere weekends alone, and
 * every page that shows a count says which.
 */

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;
/** Day 0, 1 January 1970, was a Thursday: three days after a Monday. */
const MONDAYS_BEFORE = 3;

/** Calendar days since 1970 in Chongqing. */
const dayOf = (instant: number) => Math.floor((instant + SHANGHAI) / DAY);

/** What was announced beside Monday to Friday. */
export interface WorkCalendar {
  /** Years it was announced for. */
  years: readonly number[];
  /** Days since 1970 that are worked otherwise than their weekday says: `by` 1 for a weekend day that is worked, -1 for a weekday that is not. */
  changes: readonly { day: number; by: 1 | -1 }[];
}

export const weekendsOnly: WorkCalendar = { years: [], changes: [] };

export const isWeekend = (day: number): boolean => (((day + MONDAYS_BEFORE) % 7) + 7) % 7 >= 5;

/** Working days from the Monday before 1970 up to and with a day. */
function workedThrough(day: number, { changes }: WorkCalendar): number {
  const days = day + MONDAYS_BEFORE;
  const week = Math.floor(days / 7);
  const weekdays = week * 5 + Math.min(days - week * 7 + 1, 5);
  return changes.reduce((sum, change) => (change.day <= day ? sum + change.by : sum), weekdays);
}

/** Calendar days between two instants: midnights passed in Chongqing. */
export const daysBetween = (from: number, to: number): number => dayOf(to) - dayOf(from);

/**
 * Working days between two instants (milliseconds since 1970): those after the day of `from` up to and with the day of `to`. The day something arrives does
 * not count, as with the public hotline. Negative where `to` lies before `from`.
 */
export const workingDaysBetween = (from: number, to: number, calendar = weekendsOnly): number =>
  workedThrough(dayOf(to), calendar) - workedThrough(dayOf(from), calendar);

/** The midnight that ends the n-th working day (1 or more) after the day of `from`: what was promised within n working days is late from then on. */
export function endOfWorkingDay(from: number, n: number, calendar = weekendsOnly): number {
  const goal = workedThrough(dayOf(from), calendar) + n;
  let day = dayOf(from);
  while (workedThrough(day, calendar) < goal) day++;
  return (day + 1) * DAY - SHANGHAI;
}
