import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { loadEndChoices } from '@/app/_ends/load-end-choices';
import { CircleCard } from '@/components/circle/circle-card';
import { askCirclePage } from '@/lib/circle/ask';
import { formatCircleQuery, parseCircleQuery } from '@/lib/circle/circle-query';
import { routing } from '@/lib/i18n/routing';
import { loadNotices } from '@/lib/notices/server/load-notices';
import { loadLocalServices } from '@/lib/places/server/services';
import { formatRouteEnd } from '@/lib/routing/route-query';
import { loadRouter } from '@/lib/routing/server/load-router';

// The page itself is for readers and search engines; this is a part of somebody else's.
export const metadata: Metadata = { robots: { index: false } };

/** A circle as a card for other pages: asked like the page, without scripts, header and footer. */
export default async function EmbeddedCircle({ params, searchParams }: PageProps<'/[locale]/embed/circle'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, words, ends, services, { router }, { outages }, address] = await Promise.all([
    getTranslations('CirclePage'),
    getTranslations('RouteForm'),
    loadEndChoices(locale),
    loadLocalServices(locale),
    loadRouter(),
    loadNotices(),
    searchParams,
  ]);
  const { query, ignored } = parseCircleQuery(address, (end) => ends.positionOf(end) !== undefined);
  const start = ends.positionOf(query.start);
  const reply =
    router && start ? askCirclePage(router, services, { query, start, now: Date.now() }, outages) : undefined;
  const label = ends.choices.find(({ value }) => query.start && value === formatRouteEnd(query.start))?.name;
  return (
    <main className="p-4">
      <h1 className="text-xl">{label ?? (start ? words('point') : t('title'))}</h1>
      <CircleCard
        reply={reply}
        query={query}
        ignored={ignored}
        hrefFrom={(from) =>
          `/${locale}/circle?${formatCircleQuery({ ...query, ...(from && { start: from }) })}`
        }
      />
    </main>
  );
}
