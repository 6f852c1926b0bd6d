import type { Locale } from './locales';

/** Chinese and Japanese set no space between a number and its unit. */
const closesUp: Record<Locale, boolean> = { 'zh-CN': true, 'zh-Hant': true, en: false, ja: true, ko: true };

const tidy = (locale: Locale, text: string) =>
  closesUp[locale] && locale !== 'ko' ? text.replace(/\s+/g, '') : text;

/** Metres as a person says them: "850 m" to ten metres, below ten to one, from one kilometre on "2.4 km". */
export function formatDistance(locale: Locale, meters: number): string {
  const isLong = meters >= 995;
  const number = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isLong ? 'kilometer' : 'meter',
    unitDisplay: 'short',
    maximumFractionDigits: isLong ? 1 : 0,
  });
  return tidy(
    locale,
    number.format(isLong ? meters / 1000 : meters < 10 ? Math.round(meters) : Math.round(meters / 10) * 10),
  );
}

/** Metres of height, whole. */
export function formatHeight(locale: Locale, meters: number): string {
  const number = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'meter',
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  });
  return tidy(locale, number.format(Math.round(meters)));
}

/**
 * Seconds as hours and minutes, from ten minutes on rounded to `step` of them: five for a plan, since nobody walks to the second, one where times of
 * day stand beside it.
 */
export function formatDuration(locale: Locale, seconds: number, step: 1 | 5 = 5, up = false): string {
  const exact = Math.max(1, (up ? Math.ceil : Math.round)(seconds / 60));
  const total = exact > 10 ? Math.round(exact / step) * step : exact;
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const [hours, minutes] = [Math.floor(total / 60), total % 60];
  // Intl.DurationFormat would say the same, where a browser has it.
  const parts = [hours > 0 && unit(hours, 'hour'), (minutes > 0 || hours === 0) && unit(minutes, 'minute')];
  return tidy(locale, parts.filter(Boolean).join(' ').replace('hr', 'h'));
}

/** Seconds as whole minutes beside a limit: what comes just after it is never told as within it. */
export function formatDurationWithin(locale: Locale, seconds: number, limitMinutes: number): string {
  return formatDuration(locale, seconds, 1, seconds > limitMinutes * 60);
}

/** A floor as the signs here name it: OpenStreetMap counts from 0 on the ground, the lifts of this city from 1F; what lies below is B1. */
export const formatFloor = (level: number): string => (level < 0 ? `B${-level}` : `${level + 1}F`);

/** Degrees of longitude or latitude, to hundredths. */
export function formatDegrees(locale: Locale, degrees: number): string {
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(degrees)}°`;
}

/** Metres a second as km/h, to one decimal. */
export function formatSpeed(locale: Locale, metersPerSecond: number): string {
  const number = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilometer-per-hour',
    // In Chinese the short form is Latin letters.
    unitDisplay: locale.startsWith('zh') ? 'long' : 'short',
    maximumFractionDigits: 1,
  });
  return tidy(locale, number.format(metersPerSecond * 3.6));
}

/** Days, to one decimal: "3.5 days". */
export function formatDays(locale: Locale, days: number): string {
  const number = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  return tidy(locale, number.format(days));
}

/** A share as per cent to one decimal: 8.3 %. `up` rounds to the next whole one, for a limit somebody has to set. */
export function formatPercent(locale: Locale, share: number, up = false): string {
  const value = up ? Math.ceil(share * 100 - 1e-9) / 100 : share;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/** A calendar date (`2026-11-23`) in the language's long form, without a shift by time zone. */
export function formatDate(locale: Locale, isoDate: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
}

/** The time of day in Chongqing of an instant in milliseconds: 21:05. */
export function formatTime(locale: Locale, instant: number): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(instant);
}

/** The time of day in Chongqing, and its day where that is not the one of `beside`. */
export function formatTimeBeside(locale: Locale, instant: number, beside: number): string {
  const dayOf = (at: number) => Math.floor((at + 8 * 3_600_000) / 86_400_000);
  return (dayOf(instant) === dayOf(beside) ? formatTime : formatInstant)(locale, instant);
}

/** Day and time in Chongqing of an instant in milliseconds. */
export function formatInstant(locale: Locale, instant: number): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(instant);
}

/** The day in Chongqing of an instant in milliseconds, in the language's long form. */
export function formatDay(locale: Locale, instant: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(instant);
}
