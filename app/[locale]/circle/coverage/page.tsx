import type { Metadata } from 'next';
import Form from 'next/form';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { CoverageLegend } from '@/components/circle/coverage-legend';
import { CoverageTable } from '@/components/circle/coverage-table';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { Field, fieldLook } from '@/components/route/field';
import { metersBySpan, servedWays } from '@/lib/circle/coverage';
import { MOST_MAPPED_EDGES } from '@/lib/circle/coverage-data';
import { parseCoverageQuery } from '@/lib/circle/coverage-query';
import { loadCoverage } from '@/lib/circle/server/load-coverage';
import { loadContent } from '@/lib/content/server/load-content';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { serviceCategories } from '@/lib/places/service';
import { profileIds } from '@/lib/routing/profiles';

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/circle/coverage'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'CoveragePage' });
  return pageMetadata({
    locale,
    path: '/circle/coverage',
    title: t('title'),
    description: t('description'),
  });
}

/** The coverage of the whole network: one category and one profile on the map, all of them in the table. */
export default async function CoveragePage({ params, searchParams }: PageProps<'/[locale]/circle/coverage'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, kinds, people, problems, { places }, coverage, address] = await Promise.all([
    getTranslations('CoveragePage'),
    getTranslations('Services.categories'),
    getTranslations('RouteForm'),
    getTranslations('CirclePage'),
    loadContent(),
    loadCoverage(),
    searchParams,
  ]);
  const listed = serviceCategories.filter((category) =>
    coverage?.coverages.some((candidate) => candidate.category === category),
  );
  const { query, ignored, unlisted } = parseCoverageQuery(address, listed);
  const find = (category: string, profile: string) =>
    coverage?.coverages.find((candidate) => candidate.category === category && candidate.profile === profile);
  const shown = find(query.category, query.profile);
  const ways = coverage && shown ? servedWays(coverage.router, shown) : [];
  const meters = metersBySpan(ways);
  const isDrawn = ways.length <= MOST_MAPPED_EDGES;
  return (
    <PageShell locale={locale} path="/circle/coverage">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        {ignored.length > 0 && (
          <p role="status" className="mt-4 border-s-4 border-amber bg-raised px-4 py-2">
            {problems('ignored', {
              parts: ignored.map(({ name, value }) => `${name}=${value}`.slice(0, 60)).join(' · '),
            })}
          </p>
        )}
        {unlisted.map((category) => (
          <p key={category} role="status" className="mt-4 border-s-4 border-amber bg-raised px-4 py-2">
            {t('unlisted', { category: kinds(category) })}
          </p>
        ))}
        {!coverage || !shown ? (
          <p className="mt-6 border-s-4 border-amber bg-raised px-4 py-2">{t('noNetwork')}</p>
        ) : (
          <>
            <div
              id="map"
              className="mt-6 grid scroll-mt-4 grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
            >
              <div>
                <Form
                  action={`/${locale}/circle/coverage`}
                  scroll={false}
                  className="flex flex-col gap-4"
                  // Uncontrolled fields: another address is another form.
                  key={`${query.profile} ${query.category}`}
                >
                  <Field id="category" label={t('category')}>
                    <select id="category" name="category" defaultValue={query.category} className={fieldLook}>
                      {listed.map((category) => (
                        <option key={category} value={category}>
                          {kinds(category)}
                        </option>
                      ))}
                    </select>
                  </Field>
                  <Field id="profile" label={people('profile')}>
                    <select id="profile" name="profile" defaultValue={query.profile} className={fieldLook}>
                      {profileIds.map((profile) => (
                        <option key={profile} value={profile}>
                          {people(`profiles.${profile}`)}
                        </option>
                      ))}
                    </select>
                  </Field>
                  <button
                    type="submit"
                    className="min-h-target cursor-pointer bg-cinnabar px-5 font-semibold text-on-cinnabar"
                  >
                    {t('show')}
                  </button>
                </Form>
                <h2 className="mt-6 text-2xl">
                  {t('shown', {
                    category: kinds(query.category),
                    profile: people(`profiles.${query.profile}`),
                  })}
                </h2>
                <p className="text-sm text-soft">{t('listedCount', { count: shown.known })}</p>
                <CoverageLegend meters={meters} />
              </div>
              <MapFigure
                className="h-[26rem] lg:h-[min(36rem,100dvh-2rem)]"
                label={t('map', {
                  category: kinds(query.category),
                  profile: people(`profiles.${query.profile}`),
                })}
                {...placesPicture([...places.values()].map(({ position }) => position))}
                lines={isDrawn ? ways : []}
                points={[]}
              />
            </div>
            {!isDrawn && <p className="mt-2 text-sm text-soft">{t('tooMany')}</p>}
            <h2 id="table" className="mt-10 mb-2 text-2xl">
              {t('table')}
            </h2>
            <CoverageTable
              categories={listed}
              query={query}
              known={(category) => find(category, 'walk')?.known ?? 0}
              within15={(category, profile) => find(category, profile)?.shares.within15 ?? 0}
            />
            <p className="mt-4 max-w-prose text-sm text-soft">{t('method')}</p>
            <p className="flex flex-wrap gap-x-6">
              {(['coverage.csv', 'coverage.geojson'] as const).map((file) => (
                <a
                  key={file}
                  href={`/data/${file}`}
                  download
                  className="inline-flex min-h-target items-center"
                >
                  {t(file === 'coverage.csv' ? 'csv' : 'geojson')}
                </a>
              ))}
              <a href={`/${locale}/circle`} className="inline-flex min-h-target items-center">
                {problems('title')}
              </a>
            </p>
          </>
        )}
      </div>
    </PageShell>
  );
}
