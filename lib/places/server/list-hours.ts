import { parseOpeningHours } from '@/lib/routing/opening-hours';

const weekdays: Readonly<Record<string, string>> = {
  一: 'Mo',
  二: 'Tu',
  三: 'We',
  四: 'Th',
  五: 'Fr',
  六: 'Sa',
  日: 'Su',
  天: 'Su',
};

/** Other signs for the same: full width, dashes, weekdays. */
const respell = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/^(全天|全天开放|24小时|24小时开放)$/, '24/7')
    .replace(/每天|每日/g, '')
    .replace(/(?:周|星期)([一二三四五六日天])/g, (_, day: string) => weekdays[day] ?? '')
    .replace(/\s*[-~—–至到]\s*/g, '-')
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .replace(/[;,、]\s*(?=[MTWFS][a-z])/g, '; ')
    .replace(/\b(\d:\d\d)/g, '0$1')
    .trim();

/**
 * Hours of a list in OpenStreetMap's notation: as they stand, or spelt again where that only takes other signs (周一至周五 9:00—17:00). Undefined
 * when it takes more than that: half-understood hours would be wrong hours.
 */
export function hoursNamed(text: string): string | undefined {
  const spelt = respell(text);
  if (parseOpeningHours(spelt)) return spelt;
  // Holidays and seasons, in the notation but beyond what the engine reads.
  return /^[\x20-\x7e]+$/.test(text) ? text : undefined;
}
