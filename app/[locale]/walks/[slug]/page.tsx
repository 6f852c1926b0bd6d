import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { walkJsonLd } from '@/app/_metadata/walk-json-ld';
import { JsonLd } from '@/components/layout/json-ld';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { HeightProfile } from '@/components/route/height-profile';
import { Cover } from '@/components/ui/cover';
import { Sources } from '@/components/ui/sources';
import { DayChecks } from '@/components/walks/day-checks';
import { GettingThere } from '@/components/walks/getting-there';
import { StoryBody } from '@/components/walks/story-body';
import { WalkActions } from '@/components/walks/walk-actions';
import { WalkForEachTable } from '@/components/walks/walk-for-me';
import { WalkForMeLoader } from '@/components/walks/walk-for-me-loader';
import { WalkNumbers } from '@/components/walks/walk-numbers';
import { WalkSeal } from '@/components/walks/walk-seal';
import { WalkTags } from '@/components/walks/walk-tags';
import { WaypointList } from '@/components/walks/waypoint-list';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { walkPicture } from '@/lib/map/pictures';
import { coverOf } from '@/lib/sketch/choose-motif';
import { storyOf } from '@/lib/walks/measured-walk';
import { findWalk, loadDayChecks, loadWalkEnds, loadWalks, loadWaypoints } from '@/lib/walks/server/walks';
import { loadWalkForEach, loadWalkLine } from '@/lib/walks/server/walks-for-me';

/** Notices change while the portal runs: what is said of a walk for each person is said anew after at most ten minutes. */
export const revalidate = 600;

export async function generateStaticParams() {
  return (await loadWalks()).map(({ id }) => ({ slug: id }));
}

export async function generateMetadata({ params }: PageProps<'/[locale]/walks/[slug]'>): Promise<Metadata> {
  const { locale, slug } = await params;
  const measured = await findWalk(slug);
  if (!hasLocale(routing.locales, locale) || !measured) return {};
  const { title, tagline, summary } = storyOf(measured.walk, locale);
  const path = `/walks/${slug}`;
  return pageMetadata({
    locale,
    path,
    title,
    description: summary,
    image: `/${locale}${path}/share.png`,
    imageAlt: tagline,
  });
}

export default async function WalkPage({ params }: PageProps<'/[locale]/walks/[slug]'>) {
  const { locale, slug } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const measured = await findWalk(slug);
  if (!measured) notFound();
  const [t, forMe, messages] = await Promise.all([
    getTranslations('WalkPage'),
    getTranslations('WalkForMe'),
    getMessages(),
  ]);
  const { walk, measures } = measured;
  const story = storyOf(walk, locale);
  const [waypoints, ends, checks, forEach, line] = await Promise.all([
    loadWaypoints(measured),
    loadWalkEnds(walk),
    loadDayChecks(walk, locale),
    loadWalkForEach(measured),
    loadWalkLine(measured),
  ]);
  const section = 'mx-auto max-w-6xl px-4 sm:px-6';
  return (
    <PageShell locale={locale} path={`/walks/${slug}`}>
      <JsonLd data={walkJsonLd(locale, measured, waypoints)} />
      <article>
        <Cover
          motif={coverOf(walk)}
          format="wide"
          isFirst
          className="h-[clamp(11rem,32vw,27rem)] w-full object-cover"
        />
        <div className={`${section} pt-6`}>
          <p className="text-sm text-soft">
            <a href={`/${locale}/walks`} className="inline-flex min-h-target items-center">
              {t('back')}
            </a>
          </p>
          <div className="flex items-start gap-4">
            <WalkSeal walk={walk} className="mt-1.5 shrink-0 text-[1.25em]" />
            <div>
              <h1 className="text-[clamp(2rem,5vw,3.25rem)] leading-tight">{story.title}</h1>
              <p className="mt-1 text-xl text-soft">{story.tagline}</p>
            </div>
          </div>
          <WalkTags walk={walk} />
          <div className="mt-6">
            <WalkNumbers measured={measured} />
          </div>
          <div className="mt-5">
            <WalkActions slug={slug} />
          </div>
        </div>
        <div className={`${section} mt-10 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]`}>
          <div data-readable>
            <StoryBody code={story.code} />
          </div>
          <section aria-labelledby="getting-there">
            <h2 id="getting-there" className="mb-4 text-2xl">
              {t('gettingThere')}
            </h2>
            <GettingThere
              arrive={{ ...ends.arrive, words: story.arrive }}
              leave={{ ...ends.leave, words: story.leave }}
            />
          </section>
        </div>
        <section className={`${section} mt-14`} aria-labelledby="heights">
          <h2 id="heights" className="mb-4 text-2xl">
            {t('heights')}
          </h2>
          <HeightProfile
            profile={measures.profile}
            lengthMeters={measures.lengthMeters}
            sections={measures.sections.map(({ edge, startMeters, rise }) => ({
              kind: edge.kind,
              lengthMeters: edge.lengthMeters,
              startMeters,
              rise,
            }))}
          />
        </section>
        <section className={`${section} mt-14`} aria-labelledby="stops">
          <h2 id="stops" className="mb-5 text-2xl">
            {t('stops')}
          </h2>
          <div className="grid gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <MapFigure
              className="h-[26rem] lg:sticky lg:top-4 lg:order-2 lg:h-[calc(100dvh-2rem)]"
              label={t('map', { walk: story.title })}
              {...walkPicture(slug, measures.line)}
              lines={[{ kind: 'walk', line: measures.line }]}
              points={waypoints.map(({ key, place, position }, index) => ({
                id: key,
                name: place.name[locale],
                position,
                href: `#stop-${key}`,
                mark: String(index + 1),
              }))}
            />
            <WaypointList measured={measured} waypoints={waypoints} />
          </div>
        </section>
        <section className={`${section} mt-14`} aria-labelledby="step-free">
          <h2 id="step-free" className="mb-2 text-2xl">
            {t('stepFree')}
          </h2>
          <p className="max-w-[40em]">{story.stepFree}</p>
          {forEach && (
            <>
              <h3 className="mt-6 mb-1 text-xl">{forMe('title')}</h3>
              <p className="mb-3 max-w-[40em] text-sm text-soft">{forMe('intro')}</p>
              <div className="grid gap-6 lg:grid-cols-2">
                <WalkForMeLoader
                  locale={locale}
                  messages={pick(messages, ['WalkForMe', 'Barriers', 'Directions', 'RouteForm'])}
                  line={line}
                  names={Object.fromEntries(waypoints.map(({ key, place }) => [key, place.name[locale]]))}
                />
                <WalkForEachTable answers={forEach} />
              </div>
            </>
          )}
          <p>
            <a
              href={`/${locale}/route?from=place.${walk.waypoints[0]?.place}&to=place.${walk.waypoints.at(-1)?.place}&profile=wheelchair`}
              className="inline-flex min-h-target items-center"
            >
              {t('askRoute')}
            </a>
          </p>
        </section>
        {checks.length > 0 && (
          <section className={`${section} mt-14`} aria-labelledby="checks">
            <DayChecks checks={checks} />
          </section>
        )}
        <section className={`${section} mt-14`} aria-labelledby="sources">
          <h2 id="sources" className="mb-2 text-2xl">
            {t('sources')}
          </h2>
          <p className="max-w-prose text-sm text-soft">{t(`status.${walk.status}`)}</p>
          <Sources sources={walk.sources} checked={walk.checked} />
          <p className="mt-2">
            <a
              href={`/${locale}/feedback?${formatPrefill({ walk: slug })}`}
              className="inline-flex min-h-target items-center"
            >
              {t('tell')}
            </a>
          </p>
        </section>
      </article>
    </PageShell>
  );
}
