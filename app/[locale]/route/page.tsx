import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { loadEndChoices } from '@/app/_ends/load-end-choices';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import { RoutePlanner } from '@/components/route/route-planner';
import { loadContent } from '@/lib/content/server/load-content';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { loadNotices } from '@/lib/notices/server/load-notices';
import { askRoute } from '@/lib/routing/ask';
import { parseRouteQuery } from '@/lib/routing/route-query';
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
  const [t, messages, { places }, ends, { router, problem }, { notices, outages }, address] =
    await Promise.all([
      getTranslations('RoutePage'),
      getMessages(),
      loadContent(),
      loadEndChoices(locale),
      loadRouter(),
      loadNotices(),
      searchParams,
    ]);
  const { query } = parseRouteQuery(address, (end) => ends.positionOf(end) !== undefined);
  const [from, to] = [ends.positionOf(query.from), ends.positionOf(query.to)];
  const search = ends.searchOf(address);
  return (
    <PageShell locale={locale} path="/route" search={search}>
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
            choices={ends.choices}
            notices={notices}
            picture={placesPicture([...places.values()].map(({ position }) => position))}
            approval={process.env.MAP_APPROVAL?.trim() || undefined}
          />
        </NextIntlClientProvider>
      </div>
    </PageShell>
  );
}
