'use client';

import {
  type AbstractIntlMessages,
  type Locale,
  NextIntlClientProvider,
  useLocale,
  useTranslations,
} from 'next-intl';
import { useEffect, useState } from 'react';
import type { LngLat } from '@/lib/geo/position';
import { formatDistance, formatDuration, formatTime } from '@/lib/i18n/format';
import type { Approach } from '@/lib/routing/approach';
import { hoursOn, parseOpeningHours } from '@/lib/routing/opening-hours';
import { formatRouteQuery } from '@/lib/routing/route-query';
import type { Stretch, StretchEnd } from '@/lib/routing/stretch';
import { engine } from '../engine/engine';
import { useBarrierSentence } from '../route/barrier-sentence';
import { type KeptProfile, readKeptProfile } from '../route/kept-profile';
import { KeptProfileChoice } from '../route/kept-profile-choice';

export interface PlaceForMeProps {
  id: string;
  position: LngLat;
  /** Stations near it, with their names. */
  stations: readonly (StretchEnd & { name: string })[];
  /** OpenStreetMap opening_hours, where the sources agree. */
  opening: string | undefined;
}

/** What may stop this very person on the way to a place, and whether it is open today. */
export default function PlaceForMe({
  locale,
  messages,
  ...props
}: PlaceForMeProps & { locale: Locale; messages: AbstractIntlMessages }) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Shanghai">
      <PlaceAnswer {...props} />
    </NextIntlClientProvider>
  );
}

function PlaceAnswer({ id, position, stations, opening }: PlaceForMeProps) {
  const t = useTranslations('PlaceForMe');
  const [kept, setKept] = useState<KeptProfile>(() => readKeptProfile() ?? { profile: 'walk', changes: {} });
  const [answer, setAnswer] = useState<Approach | 'problem'>();
  useEffect(() => {
    let isWanted = true;
    engine()
      .askApproach({ place: position, from: stations, profile: kept, now: Date.now() })
      .then(
        (reply) => isWanted && setAnswer(reply.problem === undefined ? reply.answer : 'problem'),
        () => isWanted && setAnswer('problem'),
      );
    return () => {
      isWanted = false;
    };
  }, [position, stations, kept]);
  return (
    <div className="flex flex-col gap-3 border border-rule bg-raised p-4">
      <HoursToday opening={opening} />
      <KeptProfileChoice id="for-me" label={t('who')} kept={kept} onChange={setKept} />
      <div role="status" className="min-h-14">
        {answer === 'problem' && t('problem')}
        {answer && answer !== 'problem' && (
          <ul>
            {answer.stretches.map((stretch) => (
              <Approaching
                key={stretch.from}
                placeId={id}
                stretch={stretch}
                minds={answer.minds}
                station={stations.find(({ key }) => key === stretch.from)?.name ?? ''}
                kept={kept}
              />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Today's hours in Chongqing, where they are known. */
function HoursToday({ opening }: Pick<PlaceForMeProps, 'opening'>) {
  const t = useTranslations('PlaceForMe');
  const locale = useLocale();
  const week = opening === undefined ? undefined : parseOpeningHours(opening);
  if (!week) return <p>{t('hoursUnknown')}</p>;
  const now = Date.now();
  const spans = hoursOn(week, now);
  if (spans.length === 0) return <p>{t('closedToday')}</p>;
  if (spans.some(({ from, until }) => until - from >= 24 * 3_600_000)) return <p>{t('openAllDay')}</p>;
  const isOpen = spans.some(({ from, until }) => now >= from && now < until);
  return (
    <p>
      {t('today', {
        hours: spans
          .map(({ from, until }) => `${formatTime(locale, from)}–${formatTime(locale, until)}`)
          .join(', '),
      })}{' '}
      {t(isOpen ? 'openNow' : 'closedNow')}
    </p>
  );
}

function Approaching({
  placeId,
  stretch: { from, isOpen, seconds, lengthMeters, unknownMeters, barriers },
  minds,
  station,
  kept,
}: {
  placeId: string;
  stretch: Stretch;
  minds: boolean;
  station: string;
  kept: KeptProfile;
}) {
  const t = useTranslations('PlaceForMe');
  const locale = useLocale();
  const sentence = useBarrierSentence();
  const query = formatRouteQuery({
    ...kept,
    from: { kind: 'station', id: from },
    to: { kind: 'place', id: placeId },
    prefer: 'quickest',
    when: 'any',
  });
  const numbers = {
    time: formatDuration(locale, seconds, 1),
    distance: formatDistance(locale, lengthMeters),
  };
  const text = isOpen
    ? t(minds && unknownMeters >= 5 ? 'perhaps' : 'open', numbers)
    : barriers.length === 0
      ? t('disconnected')
      : t('barred', {
          barriers: barriers
            .slice(0, 3)
            .map((barrier) => `${barrier.name ? `${barrier.name} ` : ''}${sentence(barrier)}`)
            .join(' · '),
        });
  return (
    <li className="border-b border-rule py-1.5 last:border-0">
      <span className="font-semibold">{t('fromStation', { station })}</span> {text}{' '}
      <a
        href={`/${locale}/route?${query}`}
        aria-label={`${t('way')}: ${t('fromStation', { station })}`}
        className="inline-flex min-h-target items-center"
      >
        {t('way')}
      </a>
    </li>
  );
}
