import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import type { EndChoice } from '@/components/route/end-choice';
import { RoutePlanner } from '@/components/route/route-planner';
import { loadContent } from '@/lib/content/server/load-content';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { loadNotices } from '@/lib/notices/server/load-notices';
import { askRoute } from '@/lib/routing/ask';
import { formatRouteEnd, parseRouteQuery, type RouteEnd } from '@/lib/routing/route-query';
import { loadRouter } from '@/lib/routing/server/load-router';
import { startOf, storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';

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
  const [t, messages, { places, stations }, walks, { router, problem }, { notices, outages }, address] =
    await Promise.all([
      getTranslations('RoutePage'),
      getMessages(),
      loadContent(),
      loadWalks(),
      loadRouter(),
      loadNotices(),
      searchParams,
    ]);
  const choices: EndChoice[] = [
    ...[...places.values()].map(({ id, name, position }) => ({
      kind: 'place' as const,
      value: `place.${id}`,
      name: name[locale],
      position,
    })),
    ...[...stations.values()].map(({ id, name, position }) => ({
      kind: 'station' as const,
      value: `station.${id}`,
      name: name[locale],
      position,
    })),
    ...walks.map((measured) => ({
      kind: 'walk' as const,
      value: `walk.${measured.id}`,
      name: storyOf(measured.walk, locale).title,
      position: startOf(measured),
    })),
  ];
  const positionOf = (end: RouteEnd | undefined) =>
    end?.kind === 'position'
      ? end.position
      : choices.find(({ value }) => end && value === formatRouteEnd(end))?.position;
  const { query } = parseRouteQuery(address, (end) => positionOf(end) !== undefined);
  const [from, to] = [positionOf(query.from), positionOf(query.to)];
  const search = new URLSearchParams(
    Object.entries(address).flatMap(([name, value]) => [value ?? []].flat().map((text) => [name, text])),
  ).toString();
  return (
    <PageShell locale={locale} path="/route">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        <p className="mt-1 max-w-prose text-sm text-soft">{t('area')}</p>
        <NextIntlClientProvider
          messages={pick(messages, [
            'Barriers',
            'Directions',
            'HeightProfile',
            'MapFigure',
            'PlaceSearch',
            'Relaxations',
            'RouteAnswer',
            'RouteForm',
            'RoutePage',
            'WaypointList',
          ])}
        >
          <RoutePlanner
            search={search}
            problem={problem}
            reply={
              router && from && to
                ? askRoute(router, { query, from, to, now: Date.now() }, outages)
                : undefined
            }
            choices={choices}
            notices={notices}
            picture={placesPicture([...places.values()].map(({ position }) => position))}
            approval={process.env.MAP_APPROVAL?.trim() || undefined}
          />
        </NextIntlClientProvider>
      </div>
    </PageShell>
  );
}
