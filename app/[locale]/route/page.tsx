import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { RouteAnswer, routeOf } from '@/components/route/route-answer';
import { RouteForm } from '@/components/route/route-form';
import { loadContent } from '@/lib/content/server/load-content';
import { boundsOf } from '@/lib/geo/position';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { findAlternatives, toRouteRequest } from '@/lib/routing/alternatives';
import { weekMinuteOf } from '@/lib/routing/opening-hours';
import { formatRouteEnd, parseRouteQuery, type RouteEnd } from '@/lib/routing/route-query';
import { loadRouter } from '@/lib/routing/server/load-router';

export async function generateMetadata({ params }: PageProps<'/[locale]/route'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'RoutePage' });
  return pageMetadata({ locale, path: '/route', title: t('title'), description: t('description') });
}

export default async function RoutePage({ params, searchParams }: PageProps<'/[locale]/route'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, { places, stations }, router, address] = await Promise.all([
    getTranslations('RoutePage'),
    loadContent(),
    loadRouter(),
    searchParams,
  ]);
  const recordOf = (end: RouteEnd) =>
    end.kind === 'position' ? undefined : (end.kind === 'place' ? places : stations).get(end.id);
  const { query, ignored } = parseRouteQuery(
    address,
    (end) => end.kind === 'position' || recordOf(end) !== undefined,
  );
  const { from, to, minute } = query;
  const positionOf = (end: RouteEnd) => (end.kind === 'position' ? end.position : recordOf(end)?.position);
  const [start, end] = [from && positionOf(from), to && positionOf(to)];
  // The hour counts on today's weekday in Chongqing.
  const departMinute =
    minute === undefined ? undefined : Math.floor(weekMinuteOf(Date.now()) / 1440) * 1440 + minute;
  const request = start && end && toRouteRequest(query, start, end, departMinute);
  const result = request && router.findRoute(request);
  const route = result && routeOf(result);
  const nameOf = (which: RouteEnd) => recordOf(which)?.name[locale] ?? formatRouteEnd(which);
  /** This question with one part of it changed. */
  const hrefWith = (name: string, value: string) => {
    const next = new URLSearchParams();
    for (const [key, given] of Object.entries(address))
      for (const text of [given ?? []].flat()) next.append(key, text);
    next.set(name, value);
    return `/${locale}/route?${next}`;
  };
  const nearestHref =
    result?.kind === 'off-network' && result.nearest
      ? hrefWith(result.which, formatRouteEnd({ kind: 'position', position: result.nearest.position }))
      : undefined;
  const others =
    request && result?.kind === 'route'
      ? findAlternatives(router, query, request, result.route).map((other) => ({
          ...other,
          href: hrefWith('prefer', other.prefer),
        }))
      : [];
  return (
    <PageShell locale={locale} path="/route">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        <p className="mt-1 max-w-prose text-sm text-soft">{t('area')}</p>
        {ignored.length > 0 && (
          <p role="status" className="mt-4 border-s-4 border-amber bg-raised px-4 py-2">
            {t('ignored', {
              parts: ignored.map(({ name, value }) => `${name}=${value}`.slice(0, 60)).join(' · '),
            })}
          </p>
        )}
        <div className="mt-6 grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex flex-col gap-8">
            <RouteForm query={query} places={[...places.values()]} stations={[...stations.values()]} />
            {result && <RouteAnswer result={result} others={others} nearestHref={nearestHref} />}
          </div>
          {from && to && route && (
            <MapFigure
              key={formatRouteEnd(from) + formatRouteEnd(to) + route.slots.join()}
              className="h-[28rem] lg:sticky lg:top-4 lg:h-[min(38rem,100dvh-2rem)]"
              label={t('map', { from: nameOf(from), to: nameOf(to) })}
              {...placesPicture([...places.values()].map(({ position }) => position))}
              focus={boundsOf(route.line)}
              lines={[route.line]}
              points={[
                {
                  id: 'from',
                  name: nameOf(from),
                  position: route.line[0] ?? [0, 0],
                  href: '#directions',
                  mark: 'A',
                },
                {
                  id: 'to',
                  name: nameOf(to),
                  position: route.line.at(-1) ?? [0, 0],
                  href: '#directions',
                  mark: 'B',
                },
              ]}
            />
          )}
        </div>
      </div>
    </PageShell>
  );
}
