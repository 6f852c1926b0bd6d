import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import { ApproachList } from '@/components/places/approach-list';
import { ProfileForm } from '@/components/places/profile-form';
import { routing } from '@/lib/i18n/routing';
import { loadNotices } from '@/lib/notices/server/load-notices';
import { findPlace } from '@/lib/places/server/places';
import { askApproach } from '@/lib/routing/approach';
import { parseRouteQuery } from '@/lib/routing/route-query';
import { loadRouter } from '@/lib/routing/server/load-router';

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/places/[id]/for-me'>): Promise<Metadata> {
  const { locale, id } = await params;
  const found = await findPlace(id);
  if (!hasLocale(routing.locales, locale) || !found) return {};
  const t = await getTranslations({ locale, namespace: 'PlaceForMe' });
  const { name, summary } = found.place;
  const title = `${name[locale]} · ${t('title')}`;
  const path = `/places/${id}/for-me`;
  // One of many answers about a page that is indexed itself.
  return {
    ...pageMetadata({ locale, path, title, description: summary[locale] }),
    robots: { index: false },
  };
}

/** What may stop the person of the address on the way to a place: the answer of the place's page for browsers without scripts. */
export default async function PlaceForMePage({
  params,
  searchParams,
}: PageProps<'/[locale]/places/[id]/for-me'>) {
  const { locale, id } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const found = await findPlace(id);
  if (!found) notFound();
  const [t, address, { router }, { outages }] = await Promise.all([
    getTranslations('PlaceForMe'),
    searchParams,
    loadRouter(),
    loadNotices(),
  ]);
  const { place } = found;
  const { profile, changes } = parseRouteQuery(address, () => false).query;
  const stations = found.stations.map(({ station }) => ({
    key: station.id,
    name: station.name[locale],
    position: station.position,
  }));
  const question = { place: place.position, from: stations, profile: { profile, changes }, now: Date.now() };
  return (
    <PageShell locale={locale} path={`/places/${id}/for-me`} face={`/places/${id}`}>
      <div className="mx-auto max-w-3xl px-4 pt-8 sm:px-6">
        <p className="text-sm">
          <a href={`/${locale}/places/${id}`} className="inline-flex min-h-target items-center">
            {place.name[locale]}
          </a>
        </p>
        <h1 className="mb-4 text-3xl">{t('title')}</h1>
        <ProfileForm action={`/${locale}/places/${id}/for-me`} profile={profile} />
        <div className="mt-6">
          {router ? (
            <ApproachList
              answer={askApproach(router, question, outages)}
              placeId={id}
              stations={stations}
              kept={{ profile, changes }}
            />
          ) : (
            <p>{t('problem')}</p>
          )}
        </div>
      </div>
    </PageShell>
  );
}
