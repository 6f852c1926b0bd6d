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

/** Seconds as hours and minutes, rounded to five minutes from ten minutes on: nobody walks to the second. */
export function formatDuration(locale: Locale, seconds: number): string {
  const exact = Math.max(1, Math.round(seconds / 60));
  const total = exact > 10 ? Math.round(exact / 5) * 5 : exact;
  const duration = { hours: Math.floor(total / 60), minutes: total % 60 };
  const style = locale === 'en' ? 'narrow' : 'short';
  const text = new Intl.DurationFormat(locale, {
    style,
    hoursDisplay: 'auto',
    minutesDisplay: 'auto',
  }).format(duration);
  return locale === 'en'
    ? text.replace(
        /(\d)([hm])/g,
        (_, digit: string, unit: string) => `${digit} ${unit === 'm' ? 'min' : 'h'}`,
      )
    : tidy(locale, text);
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
