/**
 * Opening hours in OpenStreetMap's notation, as far as lifts, escalators and cableways use it: `24/7`, weekdays and their ranges, spans of
 * time (past midnight too), `off`, rules one after another. Anything else (holidays, seasons, sunset) is not understood and says so.
 * https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */

/** Minutes of a week, Monday 00:00 first. */
export const WEEK_MINUTES = 7 * 24 * 60;
const DAY = 24 * 60;
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Spans of the week it is open, sorted, not touching, `[from, to)` in minutes of the week. */
export type WeekSpans = readonly (readonly [from: number, to: number])[];

/** Days a rule is for; undefined when a word is no weekday. */
function daysOf(text: string): Set<number> | undefined {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [first, last = first] = part.trim().split('-');
    const [from, to] = [days.indexOf(first ?? ''), days.indexOf(last ?? '')];
    if (from < 0 || to < 0) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === to) break;
    }
  }
  return found;
}

function minuteOf(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const value = Number(hour) * 60 + Number(minute);
  return hour !== undefined && Number(minute) < 60 && value <= 2 * DAY ? value : undefined;
}

/** Reads opening hours; undefined when any part of them is not understood: half-read hours would be wrong hours. */
export function parseOpeningHours(text: string): WeekSpans | undefined {
  const byDay: [number, number][][] = Array.from({ length: 7 }, () => []);
  for (const rule of text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (rule === '24/7') {
      byDay.forEach((_, day) => {
        byDay[day] = [[0, DAY]];
      });
      continue;
    }
    const [, dayText = '', rest = ''] =
      /^((?:Mo|Tu|We|Th|Fr|Sa|Su)[A-Za-z,\s-]*?)?\s*((?:\d.*)|off|closed)?$/.exec(rule) ?? [];
    const which = dayText.trim() ? daysOf(dayText.trim()) : new Set(days.keys());
    if (!which || (!dayText.trim() && !rest)) return undefined;
    const spans: [number, number][] = [];
    if (rest === '') spans.push([0, DAY]);
    else if (rest !== 'off' && rest !== 'closed')
      for (const part of rest.split(',')) {
        const [from, to] = part.split('-').map(minuteOf);
        if (from === undefined || to === undefined || from >= DAY) return undefined;
        spans.push([from, to > from ? to : to + DAY]);
      }
    // A later rule replaces an earlier one on its days.
    for (const day of which) byDay[day] = spans;
  }
  const minutes = new Uint8Array(WEEK_MINUTES);
  byDay.forEach((spans, day) => {
    for (const [from, to] of spans)
      for (let minute = from; minute < to; minute++) minutes[(day * DAY + minute) % WEEK_MINUTES] = 1;
  });
  const open: [number, number][] = [];
  for (let minute = 0; minute < WEEK_MINUTES; minute++) {
    if (!minutes[minute]) continue;
    const last = open.at(-1);
    if (last && last[1] === minute) last[1] = minute + 1;
    else open.push([minute, minute + 1]);
  }
  return open;
}

/** True when it is open at that minute of the week (fractions and minutes past the week's end are fine). */
export function isOpenAt(spans: WeekSpans, weekMinute: number): boolean {
  const minute = ((weekMinute % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
  for (const span of spans) if (minute >= span[0] && minute < span[1]) return true;
  return false;
}

/** Minutes from that minute of the week until it is open: 0 when it is, Infinity when it never opens. */
export function minutesUntilOpen(spans: WeekSpans, weekMinute: number): number {
  const minute = ((weekMinute % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of spans) {
    if (minute >= from && minute < to) return 0;
    least = Math.min(least, from > minute ? from - minute : from + WEEK_MINUTES - minute);
  }
  return least;
}

/** Minute of the week in Chongqing (UTC+8 all year) of an instant in milliseconds. */
export function weekMinuteOf(instant: number): number {
  // 1 January 1970 was a Thursday.
  const minute = instant / 60_000 + 8 * 60 + 3 * DAY;
  return ((minute % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
}

/** When it is open on the day of an instant in Chongqing, as instants in milliseconds; a span that began the day before begins at midnight. */
export function hoursOn(spans: WeekSpans, instant: number): { from: number; until: number }[] {
  const minute = weekMinuteOf(instant);
  const dayStart = Math.floor(minute / DAY) * DAY;
  const midnight = instant - (minute - dayStart) * 60_000;
  const at = (weekMinute: number) => midnight + (weekMinute - dayStart) * 60_000;
  return spans.flatMap(([from, until]) => {
    const [first, last] = [Math.max(from, dayStart), Math.min(until, dayStart + DAY)];
    // Past midnight is told with the day it begins on.
    return first < last
      ? [{ from: at(first), until: at(until > last && from >= dayStart ? until : last) }]
      : [];
  });
}
