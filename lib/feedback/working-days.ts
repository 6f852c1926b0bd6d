/**
 * Working days in Chongqing: Monday to Friday, by the calendar of Asia/Shanghai (UTC+8 all year). Public holidays and the weekend days worked in exchange
 * for them are announced by the State Council year by year; no list with a source is kept here, so they are NOT taken out, and every page that shows a
 * count says so.
 */

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;
/** Day 0, 1 January 1970, was a Thursday: three days after a Monday. */
const MONDAYS_BEFORE = 3;

/** Calendar days since 1970 in Chongqing. */
const dayOf = (instant: number) => Math.floor((instant + SHANGHAI) / DAY);

/** Weekdays from the Monday before 1970 up to and with a day. */
function weekdaysThrough(day: number): number {
  const days = day + MONDAYS_BEFORE;
  const week = Math.floor(days / 7);
  return week * 5 + Math.min(days - week * 7 + 1, 5);
}

/** Calendar days between two instants: midnights passed in Chongqing. */
export const daysBetween = (from: number, to: number): number => dayOf(to) - dayOf(from);

/**
 * Working days between two instants (milliseconds since 1970): those after the day of `from` up to and with the day of `to`. The day something arrives does
 * not count, as with the public hotline. Negative where `to` lies before `from`.
 */
export const workingDaysBetween = (from: number, to: number): number =>
  weekdaysThrough(dayOf(to)) - weekdaysThrough(dayOf(from));

/** The midnight that ends the n-th working day (1 or more) after the day of `from`: what was promised within n working days is late from then on. */
export function endOfWorkingDay(from: number, n: number): number {
  const goal = weekdaysThrough(dayOf(from)) + n;
  // Five working days are a week; what is left is at most a week and its weekends.
  let day = dayOf(from) + Math.floor(n / 5) * 7 - 2;
  while (weekdaysThrough(day) < goal) day++;
  return (day + 1) * DAY - SHANGHAI;
}
