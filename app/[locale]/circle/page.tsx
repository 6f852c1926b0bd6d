import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { loadEndChoices } from '@/app/_ends/load-end-choices';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { CirclePlanner } from '@/components/circle/circle-planner';
import { PageShell } from '@/components/layout/page-shell';
import { askCirclePage } from '@/lib/circle/ask';
import { parseCircleQuery } from '@/lib/circle/circle-query';
import { loadContent } from '@/lib/content/server/load-content';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { loadNotices } from '@/lib/notices/server/load-notices';
import { loadLocalServices } from '@/lib/places/server/services';
import { loadRouter } from '@/lib/routing/server/load-router';
import { environment } from '@/lib/server/env';

export async function generateMetadata({ params }: PageProps<'/[locale]/circle'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'CirclePage' });
  return pageMetadata({ locale, path: '/circle', title: t('title'), description: t('description') });
}

export default async function CirclePage({ params, searchParams }: PageProps<'/[locale]/circle'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, messages, { places }, services, ends, { router, problem }, { notices, outages }, address] =
    await Promise.all([
      getTranslations('CirclePage'),
      getMessages(),
      loadContent(),
      loadLocalServices(locale),
      loadEndChoices(locale),
      loadRouter(),
      loadNotices(),
      searchParams,
    ]);
  const { query } = parseCircleQuery(address, (end) => ends.positionOf(end) !== undefined);
  const [start, other] = [ends.positionOf(query.start), ends.positionOf(query.other)];
  const search = ends.searchOf(address);
  return (
    <PageShell locale={locale} path="/circle" search={search}>
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        <p className="mt-1 max-w-prose text-sm text-soft">
          {t('known', { count: services.length })}{' '}
          <a href={`/${locale}/circle/coverage`} className="inline-flex min-h-target items-center">
            {t('coverage')}
          </a>
        </p>
        <NextIntlClientProvider
          messages={pick(messages, [
            'Barriers',
            'CircleAnswer',
            'CircleForm',
            'CircleLegend',
            'CirclePage',
            'Directions',
            'MapFigure',
            'PlaceSearch',
            'RouteAnswer',
            'RouteForm',
            'Services',
            'Sources',
            'UnknownHours',
          ])}
        >
          <CirclePlanner
            search={search}
            problem={problem}
            reply={
              router && start
                ? askCirclePage(router, services, { query, start, other, now: Date.now() }, outages)
                : undefined
            }
            choices={ends.choices}
            notices={notices}
            picture={placesPicture([...places.values()].map(({ position }) => position))}
            site={environment.SITE_URL.replace(/\/$/, '')}
            approval={process.env.MAP_APPROVAL?.trim() || undefined}
          />
        </NextIntlClientProvider>
      </div>
    </PageShell>
  );
}
