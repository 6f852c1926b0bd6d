import { useLocale, useTranslations } from 'next-intl';
import type { CirclePageReply } from '@/lib/circle/ask';
import type { CategoryScore, CircleReply, LostService, ReachedService } from '@/lib/circle/circle';
import type { CircleQuery } from '@/lib/circle/circle-query';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import type { LngLat } from '@/lib/geo/position';
import { formatDistance, formatDuration, formatPercent } from '@/lib/i18n/format';
import type { Notice } from '@/lib/notices/notice';
import { categoryStandards } from '@/lib/places/category-standards';
import type { LocalService } from '@/lib/places/service';
import type { Barrier } from '@/lib/routing/route';
import { formatRouteEnd, formatRouteQuery } from '@/lib/routing/route-query';
import { useBarrierSentence } from '../route/barrier-sentence';
import type { EndLabel } from '../route/end-choice';
import { NoticeList } from '../route/notice-list';
import { TellLink } from '../route/tell-link';
import { CategoryGlyph } from './category-glyph';

type Circle = Extract<CircleReply, { kind: 'circle' }>;
type HrefWith = (changes: Record<string, string>) => string;

/** The circle in words: how much is within reach, what is there by category, what is lost and why, what is missing. */
export function CircleAnswer({
  reply: { circle, other, services },
  query,
  labels,
  notices,
  isPending,
  site,
  hrefWith,
}: {
  reply: CirclePageReply;
  query: CircleQuery;
  labels: Record<'from' | 'with', EndLabel | undefined>;
  /** Undefined when they could not be read. */
  notices: readonly Notice[] | undefined;
  /** The next answer is on its way. */
  isPending: boolean;
  /** Public address of the portal. */
  site: string;
  hrefWith: HrefWith;
}) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  if (circle.kind !== 'circle') return <NoCircle circle={circle} hrefWith={hrefWith} />;
  const share = circle.walkerMeters > 0 ? circle.meters / circle.walkerMeters : 1;
  return (
    <section
      aria-labelledby="answer"
      aria-busy={isPending}
      className={`flex flex-col gap-8 ${isPending ? 'opacity-60' : ''}`}
    >
      <div role="status" className="border-s-4 border-jade bg-raised px-5 py-3">
        <h2 id="answer" className="text-2xl">
          {t('verdict', { count: circle.services.length, minutes: query.minutes })}
        </h2>
        <p>
          {t('streets', {
            distance: formatDistance(locale, circle.meters),
            walker: formatDistance(locale, circle.walkerMeters),
          })}
        </p>
        <div className="mt-2 flex items-center gap-3">
          <span aria-hidden="true" className="h-2.5 w-40 max-w-1/3 bg-sunk">
            <span
              className="block h-full bg-jade"
              style={{ width: `${Math.round(Math.min(1, share) * 100)}%` }}
            />
          </span>
          <span>{t('share', { share: formatPercent(locale, Math.round(share * 100) / 100) })}</span>
        </div>
      </div>
      <NoticeList notices={notices?.filter(({ id }) => circle.notices.includes(id))} />
      <Scores circle={circle} services={services} query={query} />
      {other?.kind === 'circle' && <Comparison circle={circle} other={other} labels={labels} />}
      <Lost circle={circle} services={services} query={query} />
      <Missing scores={circle.scores} services={services} start={circle.start.position} />
      <p className="text-sm text-soft">{t('method')}</p>
      <p>
        <a
          href={`/data/circle.geojson${hrefWith({ from: circle.start.position.map((degrees) => degrees.toFixed(5)).join(',') })}`}
          className="inline-flex min-h-target items-center"
        >
          {t('data')}
        </a>
      </p>
      <Embedding site={site} hrefWith={hrefWith} />
    </section>
  );
}

/** The card's code, for whoever keeps a page of their own. */
function Embedding({ site, hrefWith }: { site: string; hrefWith: HrefWith }) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  const code = `<iframe src="${site}/${locale}/embed/circle${hrefWith({})}" width="360" height="520" style="border:0" title="渝步 YuWalk"></iframe>`;
  return (
    <details className="noscript:hidden">
      <summary className="inline-flex min-h-target items-center text-jade underline underline-offset-4">
        {t('embed')}
      </summary>
      <label className="block text-sm text-soft" htmlFor="embed-code">
        {t('embedHint')}
      </label>
      <textarea
        id="embed-code"
        readOnly
        rows={4}
        defaultValue={code}
        key={code}
        className="mt-1 w-full border border-rule-strong bg-raised p-2 font-mono text-sm"
      />
    </details>
  );
}

function NoCircle({
  circle,
  hrefWith,
}: {
  circle: Exclude<CircleReply, { kind: 'circle' }>;
  hrefWith: HrefWith;
}) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  return (
    <div role="status" className="border-s-4 border-amber bg-raised px-5 py-3">
      <h2 id="answer" className="text-2xl">
        {t(circle.kind === 'outside-area' ? 'outside' : 'offNetwork')}
      </h2>
      {circle.kind === 'off-network' && circle.nearest && (
        <p>
          {t('nearest', { distance: formatDistance(locale, circle.nearest.meters) })}{' '}
          <a
            href={hrefWith({
              from: formatRouteEnd({ kind: 'position', position: circle.nearest.position }),
            })}
            className="inline-flex min-h-target items-center"
          >
            {t('useNearest')}
          </a>
        </p>
      )}
    </div>
  );
}

type Services = CirclePageReply['services'];

/** What has no name, as many a toilet, is called what it is. */
function useServiceName(): (service: LocalService | undefined) => string {
  const kinds = useTranslations('Services.kinds');
  const categories = useTranslations('Services.categories');
  return (service) =>
    service ? service.name || (service.kind ? kinds(service.kind) : categories(service.category)) : '';
}

/** One row for each category that somebody has listed: the nearest, the choice, and the services themselves. */
function Scores({ circle, services, query }: { circle: Circle; services: Services; query: CircleQuery }) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  return (
    <section aria-labelledby="reached">
      <h3 id="reached" className="text-xl">
        {t('reached')}
      </h3>
      <ul className="mt-2 border-t border-rule">
        {circle.scores
          .filter(({ known }) => known > 0)
          .map(({ category, nearest, count, walkerCount }) => {
            const within = circle.services.filter(({ id }) => services[id]?.category === category);
            return (
              <li key={category} id={`category-${category}`} className="scroll-mt-6 border-b border-rule">
                <details>
                  <summary className="flex min-h-target cursor-pointer flex-wrap items-center gap-x-4 py-1">
                    <span className="flex grow basis-40 items-center gap-2 font-semibold">
                      <CategoryGlyph category={category} />
                      {words(category)}
                    </span>
                    <span className="text-sm tabular-nums">
                      {nearest ? formatDuration(locale, nearest.seconds, 1) : t('none')}
                    </span>
                    <span className="text-sm text-soft tabular-nums">
                      {t('choiceOf', { count, walker: walkerCount })}
                    </span>
                  </summary>
                  <Standard category={category} />
                  {within.length === 0 ? (
                    <p className="pb-3 text-soft">{t('none')}</p>
                  ) : (
                    <ul className="pb-3 ps-4">
                      {within.map((reached) => {
                        const service = services[reached.id];
                        return (
                          service && (
                            <Reached
                              key={reached.id}
                              reached={reached}
                              service={service}
                              start={circle.start.position}
                              query={query}
                            />
                          )
                        );
                      })}
                    </ul>
                  )}
                </details>
              </li>
            );
          })}
      </ul>
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

function useWayHref(query: CircleQuery): (from: LngLat, to: LngLat) => string {
  const locale = useLocale();
  return (a, b) => {
    const [from, to] = query.direction === 'to' ? [b, a] : [a, b];
    const { profile, changes, when, minute, date } = query;
    const params = formatRouteQuery({
      profile,
      changes,
      when,
      ...(minute !== undefined && { minute }),
      ...(date !== undefined && { date }),
      prefer: 'quickest',
      from: { kind: 'position', position: from },
      to: { kind: 'position', position: to },
    });
    return `/${locale}/route?${params}`;
  };
}

function Reached({
  reached: { seconds, isOpen, opensInMinutes },
  service,
  start,
  query,
}: {
  reached: ReachedService;
  service: LocalService;
  start: LngLat;
  query: CircleQuery;
}) {
  const t = useTranslations('CircleAnswer');
  const kinds = useTranslations('Services.kinds');
  const locale = useLocale();
  const wayHref = useWayHref(query);
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
      service.accuracyMeters >= 100 &&
      t('about', { distance: formatDistance(locale, service.accuracyMeters) }),
  ];
  return (
    // A mark on the map leads here.
    <li id={`service-${service.id}`} className="scroll-mt-24 py-1.5 target:bg-jade-wash target:ps-2">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold tabular-nums">{formatDuration(locale, seconds, 1)}</span>
        <span>{name}</span>
      </span>
      <span className="block text-sm text-soft">{facts.filter(Boolean).join(' · ')}</span>
      {service.note && <span className="block text-sm">{service.note}</span>}
      <span className="flex flex-wrap gap-x-4 text-sm">
        <a
          href={wayHref(start, service.position)}
          aria-label={`${t('way')}: ${name}`}
          className="inline-flex min-h-target items-center"
        >
          {t('way')}
        </a>
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

/** The two circles category by category. */
function Comparison({
  circle,
  other,
  labels,
}: {
  circle: Circle;
  other: Circle;
  labels: Record<'from' | 'with', EndLabel | undefined>;
}) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  const cell = (score: CategoryScore | undefined) =>
    score?.nearest ? `${formatDuration(locale, score.nearest.seconds, 1)} · ${score.count}` : t('none');
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

function Lost({ circle, services, query }: { circle: Circle; services: Services; query: CircleQuery }) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  const wayHref = useWayHref(query);
  const sentence = useBarrierSentence();
  const nameOf = useServiceName();
  const told = (barriers: readonly Barrier[]) =>
    barriers
      .slice(0, 3)
      .map((barrier) => `${barrier.name ? `${barrier.name} ` : ''}${sentence(barrier)}`)
      .join(' · ');
  const why = ({ reason }: LostService) => {
    switch (reason.kind) {
      case 'barred':
        return t('barred', { barriers: told(reason.barriers) });
      case 'closed':
        return t('closedWay', { barriers: told(reason.barriers) });
      case 'farther': {
        // What comes just after the limit must not read as within it.
        const text = t('farther', { time: formatDuration(locale, reason.seconds, 1, true) });
        return reason.barriers.length === 0
          ? text
          : `${text} · ${t('barred', { barriers: told(reason.barriers) })}`;
      }
      default:
        return t(reason.kind);
    }
  };
  return (
    <section aria-labelledby="lost">
      <h3 id="lost" className="text-xl">
        {t('lost')}
      </h3>
      {circle.lost.length === 0 && <p>{t('lostNone')}</p>}
      <ul className="mt-1">
        {circle.lost.map((lost) => {
          const service = services[lost.id];
          return (
            service && (
              <li key={lost.id} className="border-b border-rule py-2">
                <CategoryGlyph
                  category={service.category}
                  className="me-2 inline-block size-5 align-text-bottom"
                />
                <span className="font-semibold">{nameOf(service)}</span>{' '}
                <span className="text-sm text-soft">
                  {t('walkerTakes', { time: formatDuration(locale, lost.walkerSeconds, 1) })}
                </span>
                <span className="block">{why(lost)}</span>
                <a
                  href={wayHref(circle.start.position, service.position)}
                  aria-label={`${t('way')}: ${nameOf(service)}`}
                  className="inline-flex min-h-target items-center text-sm"
                >
                  {t('way')}
                </a>
                {'barriers' in lost.reason && lost.reason.barriers[0] && (
                  <span className="ms-5">
                    <TellLink barrier={lost.reason.barriers[0]} />
                  </span>
                )}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

/** Categories of which something is listed but nothing lies in the circle; and those nobody has listed. */
function Missing({
  scores,
  services,
  start,
}: {
  scores: readonly CategoryScore[];
  services: Services;
  /** Where the circle is drawn around. */
  start: LngLat;
}) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  const nameOf = useServiceName();
  const missing = scores.filter(({ known, count }) => known > 0 && count === 0);
  const unlisted = scores.filter(({ known }) => known === 0);
  if (missing.length + unlisted.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h3 id="missing" className="text-xl">
        {t('missing')}
      </h3>
      <ul className="mt-1">
        {missing.map(({ category, nearest }) => (
          <li key={category} className="flex flex-wrap items-center gap-x-4 border-b border-rule py-1">
            <span className="grow basis-60">
              {nearest
                ? t('missingNearest', {
                    category: words(category),
                    name: nameOf(services[nearest.id]),
                    time: formatDuration(locale, nearest.seconds, 1),
                  })
                : t('missingFar', { category: words(category) })}
            </span>
            <a
              href={`/${locale}/feedback?${formatPrefill({
                kind: 'nearby-services',
                category,
                at: start.map((degrees) => degrees.toFixed(5)).join(','),
              })}`}
              aria-label={`${t('suggest')}: ${words(category)}`}
              className="inline-flex min-h-target items-center text-sm"
            >
              {t('suggest')}
            </a>
          </li>
        ))}
      </ul>
      {unlisted.length > 0 && (
        <p className="mt-2 text-sm text-soft">
          {t('unlisted', {
            categories: new Intl.ListFormat(locale, { type: 'conjunction' }).format(
              unlisted.map(({ category }) => words(category)),
            ),
          })}
        </p>
      )}
    </section>
  );
}
