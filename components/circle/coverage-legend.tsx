import { useLocale, useTranslations } from 'next-intl';
import { type CoverageSpan, coverageSpans } from '@/lib/circle/coverage';
import { formatDistance } from '@/lib/i18n/format';
import { LineSample } from '../map/line-sample';

/** What the lines of a coverage mean, and how much there is of each. */
export function CoverageLegend({ meters }: { meters: Readonly<Record<CoverageSpan, number>> }) {
  const t = useTranslations('CoveragePage');
  const locale = useLocale();
  return (
    <ul className="mt-3 flex flex-col gap-1">
      {coverageSpans.map((span) => (
        <li key={span} className="flex items-center gap-3">
          <LineSample kind={span} />
          <span className="grow">{t(`spans.${span}`)}</span>
          <span className="text-soft tabular-nums">{formatDistance(locale, meters[span])}</span>
        </li>
      ))}
    </ul>
  );
}
