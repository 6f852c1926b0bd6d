import { useLocale, useTranslations } from 'next-intl';
import { type CoverageSpan, coverageSpans } from '@/lib/circle/coverage';
import { formatDistance } from '@/lib/i18n/format';
import { lineLooks } from '../map/map-line';

/** What the lines of a coverage mean, and how much there is of each. */
export function CoverageLegend({ meters }: { meters: Readonly<Record<CoverageSpan, number>> }) {
  const t = useTranslations('CoveragePage');
  const locale = useLocale();
  return (
    <ul className="mt-3 flex flex-col gap-1">
      {coverageSpans.map((span) => {
        const { color, dash } = lineLooks[span];
        return (
          <li key={span} className="flex items-center gap-3">
            <svg viewBox="0 0 56 8" className="h-2 w-14 shrink-0" aria-hidden="true">
              <path
                d="M3 4H53"
                stroke={color}
                strokeWidth="5"
                {...(dash
                  ? { strokeDasharray: dash.map((share) => share * 5).join(' ') }
                  : { strokeLinecap: 'round' })}
              />
            </svg>
            <span className="grow">{t(`spans.${span}`)}</span>
            <span className="text-soft tabular-nums">{formatDistance(locale, meters[span])}</span>
          </li>
        );
      })}
    </ul>
  );
}
