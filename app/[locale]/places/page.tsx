import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { PortalSearchLoader } from '@/components/places/portal-search-loader';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { groupOf, placeGroupNames } from '@/lib/places/kind-groups';
import { loadPlaces } from '@/lib/places/server/places';

export async function generateMetadata({ params }: PageProps<'/[locale]/places'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'PlacesPage' });
  return pageMetadata({ locale, path: '/places', title: t('title'), description: t('description') });
}

export default async function PlacesPage({ params }: PageProps<'/[locale]/places'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('PlacesPage');
  const places = await loadPlaces();
  return (
    <PageShell locale={locale} path="/places">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro', { count: places.length })}</p>
        <div className="mt-5">
          <PortalSearchLoader locale={locale} messages={pick(await getMessages(), ['PlaceSearch'])} />
        </div>
        <div className="mt-8 grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex flex-col gap-10">
            {placeGroupNames.map((group) => (
              <section key={group} aria-labelledby={group}>
                <h2 id={group} className="border-b border-rule pb-2 text-2xl">
                  {t(`groups.${group}`)}
                </h2>
                <ul className="grid sm:grid-cols-2 sm:gap-x-8">
                  {places
                    .filter(({ kind }) => groupOf(kind) === group)
                    .map(({ id, name, summary }) => (
                      <li key={id} className="border-b border-rule py-3">
                        <a
                          href={`/${locale}/places/${id}`}
                          className="inline-flex min-h-8 items-center font-heading text-lg"
                        >
                          {name[locale]}
                        </a>
                        <p className="text-sm text-soft">{summary[locale]}</p>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </div>
          <MapFigure
            className="elder-hidden h-[28rem] lg:sticky lg:top-4 lg:h-[min(38rem,100dvh-2rem)]"
            label={t('map')}
            {...placesPicture(places.map(({ position }) => position))}
            points={places.map(({ id, name, position }) => ({
              id,
              name: name[locale],
              position,
              href: `/${locale}/places/${id}`,
            }))}
          />
        </div>
      </div>
    </PageShell>
  );
}
