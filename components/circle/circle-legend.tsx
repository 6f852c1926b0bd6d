import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type ServiceCategory, serviceCategories } from '@/lib/places/service';
import { type WayClass, wayClasses } from '@/lib/routing/way-class';
import { LineSample } from '../map/line-sample';
import { MarkShape } from '../map/mark-shape';
import { CategoryGlyph, categoryGlyphs } from './category-glyph';

/** What stands on the map of a circle, each sign beside its words; what this map does not show is left out. */
export function CircleLegend({
  minutes,
  ways,
  categories,
  hasReached,
  hasLost,
  isPartial,
}: {
  minutes: number;
  ways: ReadonlySet<WayClass>;
  /** Those of the marked services. */
  categories: ReadonlySet<ServiceCategory>;
  hasReached: boolean;
  hasLost: boolean;
  /** Not every service has its mark. */
  isPartial: boolean;
}) {
  const t = useTranslations('CircleLegend');
  const words = useTranslations('Services.categories');
  // Any category stands for all in the two lines about marks.
  const [example = 'health'] = categories;
  return (
    <section aria-label={t('title')} className="mt-2 text-sm">
      <ul className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        <Row sign={<AreaSample isOwn />}>{t('own', { minutes })}</Row>
        <Row sign={<AreaSample isOwn={false} />}>{t('walker')}</Row>
        {wayClasses
          .filter((way) => ways.has(way))
          .map((way) => (
            <Row key={way} sign={<LineSample kind={way} />}>
              {t(`ways.${way}`)}
            </Row>
          ))}
        <Row sign={<Mark mark="A" />}>{t('start')}</Row>
        {hasReached && <Row sign={<Mark glyph={categoryGlyphs[example]} />}>{t('reached')}</Row>}
        {hasLost && <Row sign={<Mark glyph={categoryGlyphs[example]} tone="lost" />}>{t('lost')}</Row>}
      </ul>
      {categories.size > 0 && (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 border-t border-rule pt-2">
          {serviceCategories
            .filter((category) => categories.has(category))
            .map((category) => (
              <li key={category} className="flex items-center gap-1.5">
                <CategoryGlyph category={category} className="size-4.5" />
                {words(category)}
              </li>
            ))}
        </ul>
      )}
      {isPartial && <p className="mt-1 text-soft">{t('partial')}</p>}
    </section>
  );
}

function Row({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2.5">
      <span className="grid w-14 shrink-0 place-items-center">{sign}</span>
      <span>{children}</span>
    </li>
  );
}

function Mark(props: Parameters<typeof MarkShape>[0]) {
  return (
    <svg viewBox="-15 -15 30 30" aria-hidden="true" className="size-6">
      <MarkShape {...props} />
    </svg>
  );
}

function AreaSample({ isOwn }: { isOwn: boolean }) {
  return (
    <svg viewBox="0 0 56 16" className="h-4 w-14" aria-hidden="true">
      <rect
        x="2"
        y="2"
        width="52"
        height="12"
        rx="4"
        strokeWidth="2"
        strokeDasharray={isOwn ? undefined : '7 5'}
        className={
          isOwn ? 'fill-(--way-footway)/30 stroke-(--way-footway)' : 'fill-none stroke-(--way-street)'
        }
      />
    </svg>
  );
}
