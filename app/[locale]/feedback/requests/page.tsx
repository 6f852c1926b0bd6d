import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { districtName, toShown } from '@/app/_requests/to-shown';
import { DataLinks } from '@/components/feedback/requests/data-links';
import { EmptyBoard } from '@/components/feedback/requests/empty-board';
import { Numbers } from '@/components/feedback/requests/numbers';
import { RequestFilter } from '@/components/feedback/requests/request-filter';
import { RequestList } from '@/components/feedback/requests/request-list';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { loadContent } from '@/lib/content/server/load-content';
import { formatRequestsQuery, NEAR_METERS, parseRequestsQuery } from '@/lib/feedback/requests-query';
import { listPublished } from '@/lib/feedback/server/public/list-published';
import { loadTallies } from '@/lib/feedback/server/public/load-tallies';
import { loadStore } from '@/lib/feedback/server/store';
import { isWaiting } from '@/lib/feedback/states';
import { routing } from '@/lib/i18n/routing';
import { placesPicture, viewOf } from '@/lib/map/pictures';

type Props = PageProps<'/[locale]/feedback/requests'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'RequestsPage' });
  return pageMetadata({
    locale,
    path: '/feedback/requests',
    title: t('title'),
    description: t('description'),
  });
}

/** What people have told the city and let be seen: a list beside its map, and how the city answers, in numbers. */
export default async function RequestsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, { kinds, places }, store, address] = await Promise.all([
    getTranslations('RequestsPage'),
    loadContent(),
    loadStore(),
    searchParams,
  ]);
  const tallies = await loadTallies(store);
  const districts = [...tallies.byDistrict.keys()].filter((code) => code !== undefined).sort();
  const { query, ignored } = parseRequestsQuery(address, { kinds: kinds.map(({ code }) => code), districts });
  const { kind, after, near } = query;
  const { requests, next } = await listPublished(store, {
    filter: {
      ...query,
      kinds: kind === undefined ? undefined : [kind],
      near: near && { position: near, meters: NEAR_METERS },
    },
    after,
  });
  const now = Date.now();
  const shown = requests.map((request) => toShown(request, { kinds, locale, now }));
  const path = `/${locale}/feedback/requests`;
  const { after: _, ...filter } = query;
  const hrefOf = (page: { after?: typeof next }) => {
    const search = formatRequestsQuery({ ...filter, ...(page.after && { after: page.after }) });
    return `${path}${search && `?${search}`}#list`;
  };
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <PageShell locale={locale} path="/feedback/requests">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
          <a
            href={`/${locale}/feedback`}
            className="inline-flex min-h-target items-center bg-cinnabar px-6 text-on-cinnabar no-underline hover:brightness-110"
          >
            {t('tell')}
          </a>
          <a href={`/${locale}/feedback/track`} className="inline-flex min-h-target items-center">
            {t('track')}
          </a>
        </p>
        {ignored.length > 0 && (
          <p role="status" className="mt-4 border-s-4 border-amber bg-raised px-4 py-2 wrap-anywhere">
            {t('ignored', {
              parts: ignored.map(({ name, value }) => `${name}=${value}`.slice(0, 60)).join(' · '),
            })}
          </p>
        )}
        {tallies.all.published === 0 && !isFiltered ? (
          <section className="mt-8 grid items-center gap-x-10 gap-y-4 border-y border-rule py-8 sm:grid-cols-[20rem_1fr]">
            <EmptyBoard className="w-full max-w-80" />
            <div>
              <h2 className="text-2xl">{t('none')}</h2>
              <p className="mt-2 max-w-prose">{t('noneText')}</p>
            </div>
          </section>
        ) : (
          <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <div>
              <RequestFilter
                query={query}
                kinds={kinds.map(({ code, name }) => [code, name[locale]])}
                districts={districts.map((code) => [code, districtName(code, locale)])}
              />
              <section aria-labelledby="list">
                <h2 id="list" className="mt-6 mb-2 text-2xl">
                  {t('list')}
                </h2>
                {shown.length > 0 ? (
                  <RequestList requests={shown} />
                ) : (
                  <p className="max-w-prose border-y border-rule py-5">{t('noneFiltered')}</p>
                )}
              </section>
              <nav aria-label={t('list')} className="flex flex-wrap gap-x-6 empty:hidden">
                {after && (
                  <a href={hrefOf({})} className="inline-flex min-h-target items-center">
                    {t('newest')}
                  </a>
                )}
                {next && (
                  <a href={hrefOf({ after: next })} className="inline-flex min-h-target items-center">
                    {t('older')}
                  </a>
                )}
              </nav>
            </div>
            <div className="elder-hidden lg:sticky lg:top-4 lg:self-start">
              <MapFigure
                className="h-[24rem] lg:h-[min(36rem,100dvh-5rem)]"
                label={t('map')}
                {...placesPicture([...places.values()].map(({ position }) => position))}
                {...viewOf(shown.flatMap(({ position }) => (position ? [position] : [])))}
                points={shown.flatMap(({ reference, kind: name, place, position, state }, index) =>
                  position
                    ? {
                        id: reference,
                        name: t('item', { kind: name, place: place ?? t('noPlace') }),
                        position,
                        href: `${path}/${reference}`,
                        mark: String(index + 1),
                        tone: isWaiting(state) ? ('stop' as const) : ('done' as const),
                      }
                    : [],
                )}
              />
              <p className="text-xs text-soft">{t('legend')}</p>
            </div>
          </div>
        )}
        {tallies.all.received > 0 && (
          <Numbers
            tallies={tallies}
            kinds={kinds.map(({ code, name }) => ({
              code,
              name: name[locale],
              href: `${path}?kind=${code}`,
            }))}
            districts={districts.map((code) => ({
              code,
              name: districtName(code, locale),
              href: `${path}?district=${code}`,
            }))}
          />
        )}
        <DataLinks />
      </div>
    </PageShell>
  );
}
