import { useLocale, useTranslations } from 'next-intl';
import type { CirclePageReply } from '@/lib/circle/ask';
import type { CategoryScore, CircleReply, ReachedService } from '@/lib/circle/circle';
import type { CircleQuery } from '@/lib/circle/circle-query';
import { formatDistance, formatDuration, formatDurationWithin } from '@/lib/i18n/format';
import { categoryStandards } from '@/lib/places/category-standards';
import type { LocalService } from '@/lib/places/service';
import { SourceLine } from '../ui/sources';
import { CategoryGlyph } from './category-glyph';
import { useServiceName } from './service-name';
import { WayLink } from './way-link';

/** One row for each category with something in the circle: the nearest, the choice, and the services themselves. */
export function ReachedServices({
  circle,
  services,
  query,
}: {
  circle: Extract<CircleReply, { kind: 'circle' }>;
  services: CirclePageReply['services'];
  query: CircleQuery;
}) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  const within = circle.scores.filter(({ count }) => count > 0);
  const empty = circle.scores.filter(({ known, count }) => known > 0 && count === 0);
  return (
    <section aria-labelledby="reached">
      <h3 id="reached" className="text-xl">
        {t('reached')}
      </h3>
      <ul className="mt-2 border-t border-rule">
        {within.map(({ category, nearest, count, walkerCount }) => (
          <li key={category} id={`category-${category}`} className="scroll-mt-6 border-b border-rule">
            <details>
              <summary className="flex min-h-target cursor-pointer flex-wrap items-center gap-x-4 py-1">
                <span className="flex grow basis-40 items-center gap-2 font-semibold">
                  <CategoryGlyph category={category} />
                  {words(category)}
                </span>
                {nearest && (
                  <span className="text-sm tabular-nums">
                    {formatDurationWithin(locale, nearest.seconds, query.minutes)}
                  </span>
                )}
                <span className="text-sm text-soft tabular-nums">
                  {t('choiceOf', { count, walker: walkerCount })}
                </span>
              </summary>
              <Standard category={category} />
              <ul className="pb-3 ps-4">
                {circle.services.map((reached) => {
                  const service = services[reached.id];
                  return (
                    service?.category === category && (
                      <Reached key={reached.id} reached={reached} service={service} query={query} />
                    )
                  );
                })}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {empty.length > 0 && (
        <p className="mt-2 text-soft">
          {t('noneOf', {
            categories: new Intl.ListFormat(locale, { type: 'conjunction' }).format(
              empty.map(({ category }) => words(category)),
            ),
          })}
        </p>
      )}
    </section>
  );
}

/** What a standard that could be read says of a category; nothing where none does. */
function Standard({ category }: Pick<CategoryScore, 'category'>) {
  const t = useTranslations('CircleAnswer');
  const standard = categoryStandards[category];
  if (!standard) return null;
  const said = [
    standard.isBasic && t('basic'),
    standard.minutes !== undefined && t('level', { minutes: standard.minutes }),
  ];
  return (
    <p className="ps-4 text-sm text-soft">
      {said.filter(Boolean).join(' · ')} ({t(`standards.${standard.source}`)})
    </p>
  );
}

function Reached({
  reached: { seconds, entry, isOpen, opensInMinutes },
  service,
  query,
}: {
  reached: ReachedService;
  service: LocalService;
  query: CircleQuery;
}) {
  const t = useTranslations('CircleAnswer');
  const kinds = useTranslations('Services.kinds');
  const locale = useLocale();
  const name = useServiceName()(service);
  const state =
    isOpen === undefined
      ? t('hoursUnknown')
      : isOpen
        ? t('open')
        : opensInMinutes !== undefined && Number.isFinite(opensInMinutes)
          ? t('opensIn', { time: formatDuration(locale, opensInMinutes * 60) })
          : t('closed');
  const facts = [
    service.kind && kinds(service.kind),
    state,
    t(`wheelchairs.${service.wheelchair ?? 'unknown'}`),
    service.accuracyMeters !== undefined &&
      t('about', { distance: formatDistance(locale, service.accuracyMeters) }),
    entry.meters >= 10 && t('offWay', { distance: formatDistance(locale, entry.meters) }),
  ];
  // Whoever stands there needs no way.
  const isHere = seconds < 1;
  return (
    // A mark on the map leads here.
    <li id={`service-${service.id}`} className="scroll-mt-24 py-1.5 target:bg-jade-wash target:ps-2">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold tabular-nums">
          {isHere ? t('here') : formatDurationWithin(locale, seconds, query.minutes)}
        </span>
        <span>{name}</span>
      </span>
      <span className="block text-sm text-soft">{facts.filter(Boolean).join(' · ')}</span>
      {service.note && <span className="block text-sm">{service.note}</span>}
      <SourceLine sources={service.sources} checked={service.checked} />
      <span className="flex flex-wrap gap-x-4 text-sm">
        {!isHere && <WayLink query={query} entry={entry} name={name} />}
        {service.place && (
          <a
            href={`/${locale}/places/${service.place}`}
            aria-label={`${t('page')}: ${name}`}
            className="inline-flex min-h-target items-center"
          >
            {t('page')}
          </a>
        )}
      </span>
    </li>
  );
}
