import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { WalkCard } from '@/components/walks/walk-card';
import { WalkFilterForm } from '@/components/walks/walk-filter-form';
import { routing } from '@/lib/i18n/routing';
import { walksPicture } from '@/lib/map/pictures';
import { filterWalks, parseWalkFilter } from '@/lib/walks/filter';
import { startOf, storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';
import { loadWalksForEach } from '@/lib/walks/server/walks-for-me';

export async function generateMetadata({ params }: PageProps<'/[locale]/walks'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'WalksPage' });
  return pageMetadata({ locale, path: '/walks', title: t('title'), description: t('description') });
}

export default async function WalksPage({ params, searchParams }: PageProps<'/[locale]/walks'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('WalksPage');
  const { filter, ignored } = parseWalkFilter(await searchParams);
  const all = await loadWalks();
  const forEach = await loadWalksForEach(all);
  const walks = filterWalks(all, filter);
  return (
    <PageShell locale={locale} path="/walks">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        <p>
          <a href={`/${locale}/walks/maps`} className="inline-flex min-h-target items-center">
            {t('maps')}
          </a>
        </p>
        <details
          className="filter-panel mt-6 border-y border-rule py-2"
          open={walks.length !== all.length || ignored.length > 0 ? true : undefined}
        >
          <summary className="flex min-h-target items-center font-semibold">{t('filter')}</summary>
          <div className="py-3">
            <WalkFilterForm filter={filter} />
          </div>
        </details>
        {ignored.length > 0 && (
          <p role="status" className="mt-4 border-s-4 border-amber bg-raised px-4 py-2">
            {t('ignored', {
              parts: ignored.map(({ name, value }) => `${name}=${value}`.slice(0, 60)).join(' · '),
            })}
          </p>
        )}
        <p className="mt-5 text-soft" role="status">
          {walks.length > 0 ? t('count', { count: walks.length, total: all.length }) : t('none')}
        </p>
        <div className="mt-3 grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <ol className="grid content-start gap-6 sm:grid-cols-2">
            {walks.map((measured, index) => (
              <li key={measured.id} className={index < 2 ? '' : 'seen-later'}>
                <WalkCard
                  measured={measured}
                  number={measured.order}
                  headingLevel={2}
                  isFirst={index < 2}
                  forEach={forEach.get(measured.id)}
                />
              </li>
            ))}
          </ol>
          <MapFigure
            key={walks.map(({ id }) => id).join()}
            className="elder-hidden h-[28rem] lg:sticky lg:top-4 lg:h-[min(38rem,100dvh-2rem)]"
            label={t('map')}
            {...walksPicture(all.map(startOf))}
            lines={walks.map(({ measures }) => ({ kind: 'walk', line: measures.line }))}
            points={walks.map((measured) => ({
              id: measured.id,
              name: storyOf(measured.walk, locale).title,
              position: startOf(measured),
              href: `#walk-${measured.id}`,
              mark: String(measured.order),
            }))}
          />
        </div>
      </div>
    </PageShell>
  );
}
