import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatDuration, formatHeight } from '@/lib/i18n/format';
import type { MeasuredWalk } from '@/lib/walks/measured-walk';
import type { Stairs } from '@/lib/walks/measures';
import { stairsText } from './stairs-text';

/** The numbers that matter, all computed from the line, with what is only estimated said under them. */
export function WalkNumbers({ measured }: { measured: MeasuredWalk }) {
  const t = useTranslations('WalkNumbers');
  const locale = useLocale();
  const { measures } = measured;
  const words = useTranslations('WalkCard');
  const stairsNote = ({ uncountedMeters }: Stairs) =>
    uncountedMeters > 0 ? t('uncounted', { distance: formatDistance(locale, uncountedMeters) }) : undefined;
  const facts = [
    {
      label: t('duration'),
      value: formatDuration(locale, measured.totalSeconds),
      note: t('walking', { time: formatDuration(locale, measures.seconds) }),
    },
    {
      label: t('length'),
      value: formatDistance(locale, measures.lengthMeters),
      note: measures.rides > 0 ? t('rides', { count: measures.rides }) : undefined,
    },
    { label: t('ascent'), value: formatHeight(locale, measures.ascent) },
    { label: t('descent'), value: formatHeight(locale, measures.descent) },
    {
      label: t('stepsUp'),
      value: stairsText(words, measures.stairsUp),
      note: stairsNote(measures.stairsUp),
    },
    {
      label: t('stepsDown'),
      value: stairsText(words, measures.stairsDown),
      note: stairsNote(measures.stairsDown),
    },
  ];
  return (
    <div>
      <dl className="grid grid-cols-2 gap-px border border-rule bg-rule sm:grid-cols-3 lg:grid-cols-6">
        {facts.map(({ label, value, note }) => (
          <div key={label} className="flex flex-col bg-raised px-4 py-3">
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="font-heading text-xl leading-snug tabular-nums">{value}</dd>
            {note && <dd className="text-xs text-soft">{note}</dd>}
          </div>
        ))}
      </dl>
      {measures.estimatedMeters > 0 && (
        <p className="mt-2 max-w-prose text-sm text-soft">
          {t('estimated', {
            share: Math.round((measures.estimatedMeters / measures.lengthMeters) * 100) / 100,
          })}
        </p>
      )}
      {measures.stairsUp.unsurveyedMeters > 0 && (
        <p className="mt-1 max-w-prose text-sm text-soft">
          {t('unsurveyed', { distance: formatDistance(locale, measures.stairsUp.unsurveyedMeters) })}
        </p>
      )}
    </div>
  );
}
