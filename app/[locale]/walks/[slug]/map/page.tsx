import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PageShell } from '@/components/layout/page-shell';
import { PaperLinks } from '@/components/sketch/paper-links';
import { SheetView } from '@/components/sketch/sheet-view';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import { formatDate } from '@/lib/i18n/format';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { walkPicture } from '@/lib/map/pictures';
import { loadSheet } from '@/lib/sketch/server/load-sheet';
import { storyOf } from '@/lib/walks/measured-walk';
import { findWalk, loadWalks, loadWaypoints } from '@/lib/walks/server/walks';

export async function generateStaticParams() {
  return (await loadWalks()).map(({ id }) => ({ slug: id }));
}

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/walks/[slug]/map'>): Promise<Metadata> {
  const { locale, slug } = await params;
  const measured = await findWalk(slug);
  if (!hasLocale(routing.locales, locale) || !measured) return {};
  const t = await getTranslations({ locale, namespace: 'SheetPage' });
  const walk = storyOf(measured.walk, locale).title;
  return pageMetadata({
    locale,
    path: `/walks/${slug}/map`,
    title: t('title', { walk }),
    description: t('description', { walk }),
    image: `/${locale}/walks/${slug}/share.png`,
    feed: `/${locale}/walks/maps.xml`,
  });
}

/** The drawn sheet of a walk, full size: under the finger, on paper, and as a list. */
export default async function SheetPage({ params }: PageProps<'/[locale]/walks/[slug]/map'>) {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const measured = await findWalk(slug);
  if (!measured) notFound();
  const [t, walkWords, messages, sheet, waypoints] = await Promise.all([
    getTranslations('SheetPage'),
    getTranslations('WalkPage'),
    getMessages(),
    loadSheet(measured, locale),
    loadWaypoints(measured),
  ]);
  const { walk, measures } = measured;
  const story = storyOf(walk, locale);
  return (
    <PageShell locale={locale} path={`/walks/${slug}/map`}>
      <div className="mx-auto max-w-6xl px-4 pt-6 sm:px-6">
        <p className="text-sm text-soft">
          <a href={`/${locale}/walks/${slug}`} className="inline-flex min-h-target items-center">
            {t('back')}
          </a>
        </p>
        <h1 className="text-[clamp(1.75rem,4vw,2.75rem)] leading-tight">
          {t('title', { walk: story.title })}
        </h1>
        <p className="mb-4 text-sm text-soft">
          {t('edition', { edition: sheet.edition, date: formatDate(locale, sheet.date) })}
          {sheet.credit &&
            ` · ${t('illustrator', { name: sheet.credit.illustrator })} · ${sheet.credit.licence}`}
        </p>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <NextIntlClientProvider messages={pick(messages, ['SheetView', 'RouteForm', 'MapFigure'])}>
            <SheetView
              pictures={sheet.pictures}
              width={sheet.width}
              height={sheet.height}
              label={t('title', { walk: story.title })}
              fit={sheet.fit}
              stops={sheet.stops.map(({ key, name, x, y }) => ({
                key,
                name,
                see: story.waypoints[key]?.see ?? '',
                x,
                y,
              }))}
              map={{
                className: 'h-[70dvh]',
                label: walkWords('map', { walk: story.title }),
                ...walkPicture(slug, measures.line),
                lines: [{ kind: 'walk', line: measures.line }],
                points: waypoints.map(({ key, place, position }, index) => ({
                  id: key,
                  name: place.name[locale],
                  position,
                  href: `#stop-${key}`,
                  mark: String(index + 1),
                })),
                approval: process.env.MAP_APPROVAL?.trim() || undefined,
              }}
            />
          </NextIntlClientProvider>
          <div>
            <PaperLinks slug={slug} />
            <section aria-labelledby="stops" className="mt-8">
              <h2 id="stops" className="mb-3 text-2xl">
                {t('stops')}
              </h2>
              <ol className="flex flex-col gap-4">
                {sheet.stops.map(({ key, name, number }) => (
                  <li key={key} id={`stop-${key}`} className="flex scroll-mt-6 gap-3">
                    <span
                      aria-hidden="true"
                      className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-full bg-cinnabar text-sm font-semibold text-on-cinnabar"
                    >
                      {number}
                    </span>
                    <div>
                      <h3 className="text-lg">
                        <a
                          href={`/${locale}/walks/${slug}#stop-${key}`}
                          className="text-ink decoration-rule-strong hover:text-cinnabar"
                        >
                          {name}
                        </a>
                      </h3>
                      <p>{story.waypoints[key]?.see}</p>
                      <p className="text-soft">{story.waypoints[key]?.next}</p>
                    </div>
                  </li>
                ))}
              </ol>
            </section>
            <p className="mt-6 flex flex-wrap gap-x-6">
              <a href={`/${locale}/walks/maps`} className="inline-flex min-h-target items-center">
                {t('all')}
              </a>
              <a
                href={`/${locale}/feedback?${formatPrefill({ walk: slug, sign: slug })}`}
                className="inline-flex min-h-target items-center"
              >
                {walkWords('tell')}
              </a>
            </p>
          </div>
        </div>
      </div>
    </PageShell>
  );
}
