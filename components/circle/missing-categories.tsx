import { useLocale, useTranslations } from 'next-intl';
import type { CirclePageReply } from '@/lib/circle/ask';
import type { CategoryScore } from '@/lib/circle/circle';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import type { LngLat } from '@/lib/geo/position';
import { formatDurationWithin } from '@/lib/i18n/format';
import { useServiceName } from './service-name';

/** Categories of which nothing lies in the circle, or nothing is recorded at all, each with a way to ask the city for it. */
export function MissingCategories({
  scores,
  services,
  start,
  minutes,
}: {
  scores: readonly CategoryScore[];
  services: CirclePageReply['services'];
  /** Where the circle is drawn around. */
  start: LngLat;
  minutes: number;
}) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  const nameOf = useServiceName();
  const said = ({ category, nearest, known }: CategoryScore) => {
    if (known === 0) return t('unlisted', { category: words(category) });
    if (!nearest) return t('missingFar', { category: words(category) });
    return t('missingNearest', {
      category: words(category),
      name: nameOf(services[nearest.id]),
      time: formatDurationWithin(locale, nearest.seconds, minutes),
    });
  };
  // What is known to lie elsewhere comes before what nobody has recorded.
  const missing = scores.filter(({ count }) => count === 0).toSorted((a, b) => +!a.known - +!b.known);
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h3 id="missing" className="text-xl">
        {t('missing')}
      </h3>
      <ul className="mt-1">
        {missing.map((score) => (
          <li key={score.category} className="flex flex-wrap items-center gap-x-4 border-b border-rule py-1">
            <span className="grow basis-60">{said(score)}</span>
            <a
              href={`/${locale}/feedback?${formatPrefill({
                kind: 'nearby-services',
                category: score.category,
                at: start.map((degrees) => degrees.toFixed(5)).join(','),
              })}`}
              aria-label={`${t('suggest')}: ${words(score.category)}`}
              className="inline-flex min-h-target items-center text-sm"
            >
              {t('suggest')}
            </a>
          </li>
        ))}
      </ul>
      {missing.some(({ known }) => known === 0) && (
        <p className="mt-2 text-sm text-soft">{t('unlistedNote')}</p>
      )}
    </section>
  );
}
