import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import { ThemedPicture } from '@/components/ui/drawing';
import { formatDate } from '@/lib/i18n/format';
import { routing } from '@/lib/i18n/routing';
import { loadSheet } from '@/lib/sketch/server/load-sheet';
import { storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';

export async function generateMetadata({ params }: PageProps<'/[locale]/walks/maps'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'MapsPage' });
  return pageMetadata({
    locale,
    path: '/walks/maps',
    title: t('title'),
    description: t('description'),
    feed: `/${locale}/walks/maps.xml`,
  });
}

/** The gallery of the drawn sheets. */
export default async function MapsPage({ params }: PageProps<'/[locale]/walks/maps'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, page, walks] = await Promise.all([
    getTranslations('MapsPage'),
    getTranslations('SheetPage'),
    loadWalks(),
  ]);
  const sheets = await Promise.all(
    walks.map(async (measured) => ({ measured, sheet: await loadSheet(measured, locale) })),
  );
  return (
    <PageShell locale={locale} path="/walks/maps">
      <div className="mx-auto max-w-6xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-2 max-w-prose text-soft">{t('intro')}</p>
        <p>
          <a href={`/${locale}/walks/maps.xml`} className="inline-flex min-h-target items-center">
            {t('subscribe')}
          </a>
        </p>
        <ul className="mt-6 grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
          {sheets.map(({ measured: { walk }, sheet }) => {
            const story = storyOf(walk, locale);
            return (
              <li key={walk.id} className="relative flex flex-col">
                <div className="relative grid h-[26rem] place-items-center bg-sunk p-3">
                  <ThemedPicture
                    {...sheet.pictures}
                    width={sheet.width}
                    height={sheet.height}
                    className="absolute inset-3 h-[calc(100%-1.5rem)] w-[calc(100%-1.5rem)] object-contain"
                  />
                </div>
                <h2 className="mt-3 text-xl">
                  <a
                    href={`/${locale}/walks/${walk.id}/map`}
                    className="text-ink before:absolute before:inset-x-0 before:top-0 before:h-[26rem] hover:text-cinnabar"
                  >
                    {story.title}
                  </a>
                </h2>
                <p className="text-sm text-soft">
                  {page('edition', {
                    edition: sheet.edition,
                    date: formatDate(locale, sheet.date),
                  })}
                </p>
                <p className="flex flex-wrap gap-x-4">
                  {(['a4', 'a3', 'pocket'] as const).map((paper) => (
                    <a
                      key={paper}
                      href={`/${locale}/walks/${walk.id}/paper/${paper}.pdf`}
                      aria-label={`${story.title}: ${page(`papers.${paper}`)} (PDF)`}
                      className="inline-flex min-h-target items-center"
                    >
                      {page(`papers.${paper}`)}
                    </a>
                  ))}
                </p>
              </li>
            );
          })}
        </ul>
      </div>
    </PageShell>
  );
}
