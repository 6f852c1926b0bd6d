import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { placeJsonLd } from '@/app/_metadata/place-json-ld';
import { JsonLd } from '@/components/layout/json-ld';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { OpenInMaps } from '@/components/places/open-in-maps';
import { PlaceFacts } from '@/components/places/place-facts';
import { PlaceForMeLoader } from '@/components/places/place-for-me-loader';
import { ProfileForm } from '@/components/places/profile-form';
import { Cover } from '@/components/ui/cover';
import { Sources } from '@/components/ui/sources';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { placePicture } from '@/lib/map/pictures';
import { findPlace, loadPlaces } from '@/lib/places/server/places';
import { motifOf } from '@/lib/sketch/choose-motif';
import { storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';

export async function generateStaticParams() {
  return (await loadPlaces()).map(({ id }) => ({ id }));
}

export async function generateMetadata({ params }: PageProps<'/[locale]/places/[id]'>): Promise<Metadata> {
  const { locale, id } = await params;
  const found = await findPlace(id);
  if (!hasLocale(routing.locales, locale) || !found) return {};
  const { name, summary } = found.place;
  return pageMetadata({ locale, path: `/places/${id}`, title: name[locale], description: summary[locale] });
}

export default async function PlacePage({ params }: PageProps<'/[locale]/places/[id]'>) {
  const { locale, id } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const found = await findPlace(id);
  if (!found) notFound();
  const [t, forMe, messages] = await Promise.all([
    getTranslations('PlacePage'),
    getTranslations('PlaceForMe'),
    getMessages(),
  ]);
  const { place, stations } = found;
  const walks = (await loadWalks()).filter(({ walk }) =>
    walk.waypoints.some((waypoint) => waypoint.place === id),
  );
  return (
    <PageShell locale={locale} path={`/places/${id}`}>
      <JsonLd data={placeJsonLd(locale, place)} />
      <Cover
        motif={motifOf(place.kind)}
        format="strip"
        isFirst
        className="elder-hidden h-[clamp(6.5rem,16vw,14rem)] w-full object-cover"
      />
      <article className="mx-auto max-w-6xl px-4 pt-3 sm:px-6">
        <p className="text-sm text-soft">
          <a href={`/${locale}/places`} className="inline-flex min-h-target items-center">
            {t('back')}
          </a>
        </p>
        <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <p className="text-cinnabar">{t(`kinds.${place.kind}`)}</p>
            <h1 className="text-[clamp(2rem,5vw,3rem)] leading-tight">{place.name[locale]}</h1>
            {locale !== 'zh-CN' && locale !== 'zh-Hant' && (
              <p className="text-lg text-soft" lang="zh-CN">
                {place.name['zh-CN']}
              </p>
            )}
            <div data-readable>
              <p className="mt-4 max-w-[36em] text-lg">{place.summary[locale]}</p>
              <p className="mt-3 max-w-[40em]">{place.about[locale]}</p>
            </div>
            <div className="mt-6">
              <PlaceFacts place={place} stations={stations} />
            </div>
            <p className="mt-2">
              <a
                href={`/${locale}/route?to=place.${id}`}
                className="inline-flex min-h-target items-center text-lg"
              >
                {t('askRoute')}
              </a>
            </p>
            <OpenInMaps name={place.name} position={place.position} />
            <section aria-labelledby="for-me-title" className="mt-8">
              <h2 id="for-me-title" className="mb-2 text-2xl">
                {forMe('title')}
              </h2>
              <noscript>
                <ProfileForm action={`/${locale}/places/${id}/for-me`} />
              </noscript>
              <div className="noscript:hidden">
                <PlaceForMeLoader
                  locale={locale}
                  messages={pick(messages, ['PlaceForMe', 'Barriers', 'Directions', 'RouteForm'])}
                  id={id}
                  position={place.position}
                  stations={stations.map(({ station }) => ({
                    key: station.id,
                    name: station.name[locale],
                    position: station.position,
                  }))}
                  opening={place.opening}
                  hours={place.hours?.[locale]}
                  areHoursUnsure={place.checkOnTheDay.includes('hours')}
                />
              </div>
            </section>
            <p className="mt-2">
              <a
                href={`/${locale}/feedback?${formatPrefill({ place: id })}`}
                className="inline-flex min-h-target items-center"
              >
                {forMe('correct')}
              </a>
            </p>
            {walks.length > 0 && (
              <section aria-labelledby="walks" className="mt-8">
                <h2 id="walks" className="text-2xl">
                  {t('walks')}
                </h2>
                <ul className="mt-2">
                  {walks.map(({ walk }) => (
                    <li key={walk.id}>
                      <a
                        href={`/${locale}/walks/${walk.id}`}
                        className="inline-flex min-h-target items-center text-lg"
                      >
                        {storyOf(walk, locale).title}
                      </a>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section aria-labelledby="sources" className="mt-8">
              <h2 id="sources" className="mb-1 text-xl">
                {t('sources')}
              </h2>
              <p className="text-sm text-soft">{t(`confidence.${place.confidence}`)}</p>
              <Sources sources={place.sources} position={place.positionSource} checked={place.checked} />
            </section>
          </div>
          <MapFigure
            className="h-[24rem] lg:sticky lg:top-4 lg:h-[34rem]"
            label={t('map', { place: place.name[locale] })}
            {...placePicture(id, place.position)}
            points={[{ id, name: place.name[locale], position: place.position, href: '#main' }]}
          />
        </div>
      </article>
    </PageShell>
  );
}
