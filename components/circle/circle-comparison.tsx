import { useLocale, useTranslations } from 'next-intl';
import type { CategoryScore, CircleReply } from '@/lib/circle/circle';
import { formatDurationWithin } from '@/lib/i18n/format';
import type { EndLabel } from '../route/end-choice';
import type { StartName } from './circle-form';

type Circle = Extract<CircleReply, { kind: 'circle' }>;

/** The two circles category by category. */
export function CircleComparison({
  circle,
  other,
  labels,
  minutes,
}: {
  circle: Circle;
  other: Circle;
  labels: Record<StartName, EndLabel | undefined>;
  minutes: number;
}) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  const cell = (score: CategoryScore | undefined) =>
    score?.nearest
      ? `${formatDurationWithin(locale, score.nearest.seconds, minutes)} · ${score.count}`
      : t('none');
  return (
    <section aria-labelledby="compare">
      <h3 id="compare" className="text-xl">
        {t('compare')}
      </h3>
      <section
        className="overflow-x-auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={`${labels.from?.label ?? ''} / ${labels.with?.label ?? ''}`}
      >
        <table className="mt-2 w-full border-collapse text-sm tabular-nums">
          <thead>
            <tr className="border-b border-rule-strong text-start">
              <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
                {t('category')}
              </th>
              {(['from', 'with'] as const).map((which) => (
                <th key={which} scope="col" className="py-1.5 pe-3 text-start font-semibold">
                  {labels[which]?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {circle.scores
              .filter(({ known }) => known > 0)
              .map((score) => (
                <tr key={score.category} className="border-b border-rule">
                  <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                    {words(score.category)}
                  </th>
                  <td className="pe-3">{cell(score)}</td>
                  <td>{cell(other.scores.find(({ category }) => category === score.category))}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
