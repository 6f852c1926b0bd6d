import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { Doors } from '@/components/home/doors';
import { Hero } from '@/components/home/hero';
import { JsonLd } from '@/components/layout/json-ld';
import { PageShell } from '@/components/layout/page-shell';
import { WalkCard } from '@/components/walks/walk-card';
import { routing } from '@/lib/i18n/routing';
import { absoluteUrl } from '@/lib/server/env';
import { loadWalks } from '@/lib/walks/server/walks';
import { loadWalksForEach } from '@/lib/walks/server/walks-for-me';

/** Notices change while the portal runs: what is said of a walk for each person is said anew after at most ten minutes. */
export const revalidate = 600;

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'Site' });
  return pageMetadata({ locale, path: '', title: { absolute: t('title') }, description: t('description') });
}

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('HomePage');
  const site = await getTranslations('Site');
  const walks = await loadWalks();
  const forEach = await loadWalksForEach(walks);
  const proposed = walks.slice(0, 4);
  const tonight = walks.filter(
    ({ walk }) => walk.night.length > 0 && !proposed.some(({ id }) => id === walk.id),
  );
  return (
    <PageShell locale={locale} path="">
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'WebSite',
          name: site('name'),
          url: absoluteUrl(`/${locale}`),
          inLanguage: locale,
        }}
      />
      <Hero />
      <div className="mx-auto flex max-w-6xl flex-col gap-16 px-4 pt-10 sm:px-6">
        <Doors />
        <section aria-labelledby="proposed">
          <h2 id="proposed" className="text-3xl">
            {t('proposed')}
          </h2>
          <p className="mt-1 max-w-prose text-soft">{t('proposedIntro')}</p>
          <ul className="mt-6 grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
            {proposed.map((measured) => (
              <li key={measured.id} className="seen-later">
                <WalkCard measured={measured} forEach={forEach.get(measured.id)} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="tonight" className="elder-hidden">
          <h2 id="tonight" className="text-3xl">
            {t('tonight')}
          </h2>
          <p className="mt-1 max-w-prose text-soft">{t('tonightIntro')}</p>
          <ul className="mt-6 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
            {tonight.slice(0, 6).map((measured) => (
              <li key={measured.id} className="seen-later">
                <WalkCard measured={measured} forEach={forEach.get(measured.id)} />
              </li>
            ))}
          </ul>
        </section>
        <p>
          <a href={`/${locale}/walks`} className="inline-flex min-h-target items-center text-lg">
            {t('all', { count: walks.length })}
          </a>
        </p>
      </div>
    </PageShell>
  );
}
