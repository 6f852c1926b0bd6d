import { formatDate } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locales';
import { type MeasuredWalk, sealOf, storyOf } from '@/lib/walks/measured-walk';
import type { LegendKey, SheetWords } from './hand/furniture';

/** Gives the words of a key in the language of the sheet. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

const legend: readonly LegendKey[] = [
  'walk',
  'stop',
  'steps',
  'elevator',
  'escalator',
  'cableway',
  'rail',
  'station',
  'turnOff',
  'stepFree',
  'meal',
  'rest',
  'toilet',
  'night',
];

/** The words of a walk's sheet; `t` speaks from the namespace `Sheet`. */
export function sheetWords({ walk }: MeasuredWalk, locale: Locale, t: Translate): SheetWords {
  const story = storyOf(walk, locale);
  return {
    title: story.title,
    tagline: story.tagline,
    seal: sealOf(walk, locale),
    north: t('north'),
    scale: (minutes, meters, steps) => t('scale', { minutes, meters, steps }),
    legend: Object.fromEntries(legend.map((key) => [key, t(`legend.${key}`)])) as SheetWords['legend'],
    foot: t('foot', { edition: walk.sheet.edition, date: formatDate(locale, walk.sheet.date) }),
  };
}
