import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { PageShell } from '@/components/layout/page-shell';
import { PointSetter } from '@/components/sketch/point-setter';
import { loadContent } from '@/lib/content/server/load-content';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';

/** For editors: nothing here is secret, and nothing is stored. */
export const metadata: Metadata = { robots: { index: false } };

/** Control points of an illustrator's drawing, set by clicking. */
export default async function PointsPage({ params }: PageProps<'/[locale]/walks/maps/points'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, messages, walks, { places }] = await Promise.all([
    getTranslations('PointSetter'),
    getMessages(),
    loadWalks(),
    loadContent(),
  ]);
  return (
    <PageShell locale={locale} path="/walks/maps/points">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        <p className="noscript:block hidden max-w-prose border-s-4 border-amber bg-raised px-4 py-2">
          {t('noScript')}
        </p>
        <NextIntlClientProvider messages={pick(messages, ['PointSetter'])}>
          <PointSetter
            walks={walks.map(({ walk }) => ({
              id: walk.id,
              title: storyOf(walk, locale).title,
              places: [...new Set(walk.waypoints.map(({ place }) => place))],
            }))}
            places={[...places.values()].map(({ id, name, position }) => ({
              id,
              name: name[locale],
              position,
            }))}
          />
        </NextIntlClientProvider>
      </div>
    </PageShell>
  );
}
