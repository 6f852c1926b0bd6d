import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatDuration, formatHeight } from '@/lib/i18n/format';
import type { MeasuredWalk } from '@/lib/walks/measured-walk';
import { stepsText } from './steps-text';

/** The numbers that matter, all computed from the line, with what is only estimated said under them. */
export function WalkNumbers({ measured }: { measured: MeasuredWalk }) {
  const t = useTranslations('WalkNumbers');
  const locale = useLocale();
  const { measures } = measured;
  const stairs = useTranslations('WalkCard');
  const half = measures.uncountedStairMeters;
  const facts = [
    {
      label: t('duration'),
      value: formatDuration(locale, measured.totalSeconds),
      note: t('walking', { time: formatDuration(locale, measures.seconds) }),
    },
    {
      label: t('length'),
      value: formatDistance(locale, measures.lengthMeters),
      note:
        measures.riddenMeters > 0
          ? t('ridden', { distance: formatDistance(locale, measures.riddenMeters) })
          : undefined,
    },
    { label: t('ascent'), value: formatHeight(locale, measures.ascent) },
    { label: t('descent'), value: formatHeight(locale, measures.descent) },
    { label: t('stepsUp'), value: stepsText(stairs, measures.stepsUp, half) },
    {
      label: t('stepsDown'),
      value: stepsText(stairs, measures.stepsDown, half),
      note: half > 0 ? t('uncounted', { distance: formatDistance(locale, half) }) : undefined,
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
    </div>
  );
}
