import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import { FOLLOW_COOKIE, openFollow } from '@/app/_requests/follow-cookie';
import { kindName, toShown } from '@/app/_requests/to-shown';
import { followFaults, MeToo } from '@/components/feedback/requests/me-too';
import { Photo } from '@/components/feedback/requests/photo';
import { RequestFacts } from '@/components/feedback/requests/request-facts';
import { Timeline } from '@/components/feedback/requests/timeline';
import { PageShell } from '@/components/layout/page-shell';
import { MapFigure } from '@/components/map/map-figure';
import { loadContent } from '@/lib/content/server/load-content';
import { isReference } from '@/lib/feedback/code';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import { newsChannels } from '@/lib/feedback/server/news/channels';
import { findPublished } from '@/lib/feedback/server/public/find-published';
import { type PublishedPhoto, photoPath } from '@/lib/feedback/server/public/photos';
import { loadStore } from '@/lib/feedback/server/store';
import { isWaiting } from '@/lib/feedback/states';
import { routing } from '@/lib/i18n/routing';
import { placesPicture, viewOf } from '@/lib/map/pictures';

type Props = PageProps<'/[locale]/feedback/requests/[reference]'>;

/** Once per page, for its metadata and for itself. */
const loadRequest = cache(async (reference: string) =>
  isReference(reference) ? findPublished(await loadStore(), reference) : undefined,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, reference } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const [t, { kinds }, request] = await Promise.all([
    getTranslations({ locale, namespace: 'RequestPage' }),
    loadContent(),
    loadRequest(reference),
  ]);
  if (!request) return {};
  const kind = kindName(kinds, request.kind, locale);
  return {
    title: request.address ? t('titleOf', { kind, place: request.address }) : kind,
    // People's own words: to be read here, not to be found elsewhere after they were taken back.
    robots: { index: false },
  };
}

const toShownPhoto = ({ id, width, height }: PublishedPhoto) => ({ id, src: photoPath(id), width, height });

/** One suggestion with everything that happened to it, and "me too". */
export default async function RequestPage({ params, searchParams }: Props) {
  const { locale, reference } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, list, { kinds, places }, store, jar, request, address] = await Promise.all([
    getTranslations('RequestPage'),
    getTranslations('RequestsPage'),
    loadContent(),
    loadStore(),
    cookies(),
    loadRequest(reference),
    searchParams,
  ]);
  if (!request) notFound();
  const shown = toShown(request, { kinds, locale, now: Date.now() });
  const place = shown.place ?? list('noPlace');
  const { position } = request;
  const fault = followFaults.find((candidate) => candidate === address.fault);
  return (
    <PageShell locale={locale} path={`/feedback/requests/${reference}`} face="/feedback/requests/one">
      <div className="mx-auto max-w-6xl px-4 pt-6 sm:px-6">
        <a href={`/${locale}/feedback/requests`} className="inline-flex min-h-target items-center">
          {t('back')}
        </a>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex flex-col gap-8">
            <div>
              <h1 className="text-4xl">{shown.kind}</h1>
              <RequestFacts
                request={shown}
                agency={request.agency}
                expectedAt={isWaiting(request.state) ? request.expectedAt : undefined}
              >
                {/* Where it stands below everything that happened. */}
                {isWaiting(request.state) && (
                  <a href="#me-too" className="no-print inline-flex min-h-8 items-center lg:hidden">
                    {t('meToo.title')}
                  </a>
                )}
              </RequestFacts>
              <p
                lang={request.language}
                className="mt-5 max-w-prose border-s-4 border-cinnabar ps-4 text-lg whitespace-pre-wrap wrap-anywhere"
              >
                {request.description}
              </p>
            </div>
            {request.photos.length > 0 && (
              <section aria-labelledby="photos">
                <h2 id="photos" className="text-2xl">
                  {t('photos')}
                </h2>
                <ul className="mt-3 grid gap-3 sm:grid-cols-2">
                  {request.photos.map((photo, index) => (
                    <li key={photo.id}>
                      <Photo
                        photo={toShownPhoto(photo)}
                        alt={t('photo', {
                          number: index + 1,
                          count: request.photos.length,
                          kind: shown.kind,
                          place,
                        })}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <section aria-labelledby="timeline">
              <h2 id="timeline" className="text-2xl">
                {t('timeline')}
              </h2>
              <Timeline
                events={request.timeline.map((event) => ({
                  ...event,
                  photo: event.photo && toShownPhoto(event.photo),
                }))}
                photoAlt={t('answerPhoto', { kind: shown.kind, place })}
              />
            </section>
          </div>
          <div className="flex flex-col gap-6">
            <section
              id="me-too"
              aria-labelledby="me-too-title"
              className="no-print scroll-mt-4 border border-rule bg-raised p-5"
            >
              <h2 id="me-too-title" className="text-2xl">
                {t('meToo.title')}
              </h2>
              <p className="mt-1 mb-3 text-soft">{t('followers', { count: request.followers })}</p>
              {fault && fault !== 'email' && fault !== 'consent' && (
                <p role="alert" className="mb-3 font-semibold text-cinnabar">
                  {t(`faults.${fault}`)}
                </p>
              )}
              <MeToo
                reference={reference}
                submissionKey={randomUUID()}
                isOpen={isWaiting(request.state)}
                isFollowed={openFollow(store.vault, reference, jar.get(FOLLOW_COOKIE)?.value) !== undefined}
                hasMail={newsChannels().email}
                fault={fault}
                againHref={`/${locale}/feedback?${formatPrefill({
                  kind: request.kind,
                  at: position?.map((degrees) => degrees.toFixed(6)).join(',') ?? '',
                  name: request.address ?? '',
                })}`}
              />
            </section>
            {position && (
              <MapFigure
                className="elder-hidden h-80"
                label={t('map')}
                {...placesPicture([...places.values()].map((known) => known.position))}
                {...viewOf([position])}
                points={[
                  {
                    id: reference,
                    name: list('item', { kind: shown.kind, place }),
                    position,
                    href: `/${locale}/feedback/requests?near=${position.map((degrees) => degrees.toFixed(5)).join(',')}`,
                    tone: isWaiting(request.state) ? 'stop' : 'done',
                  },
                ]}
              />
            )}
            {/* The map's own words stand under it, two lines on a phone. */}
            <a href={`/${locale}/feedback`} className="mt-6 inline-flex min-h-target items-center">
              {t('new')}
            </a>
          </div>
        </div>
      </div>
    </PageShell>
  );
}
