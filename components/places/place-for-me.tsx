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
import { formatTime } from '@/lib/i18n/format';
import type { Approach } from '@/lib/routing/approach';
import { hoursOn, parseOpeningHours } from '@/lib/routing/opening-hours';
import { engine } from '../engine/engine';
import { type KeptProfile, readKeptProfile } from '../route/kept-profile';
import { KeptProfileChoice } from '../route/kept-profile-choice';
import { ApproachList, type ApproachStation } from './approach-list';

export interface PlaceForMeProps {
  id: string;
  position: LngLat;
  /** Stations near it, with their names. */
  stations: readonly ApproachStation[];
  /** OpenStreetMap opening_hours, where the sources agree; and what is known of the hours in words. */
  opening: string | undefined;
  hours: string | undefined;
  /** The hours are worth checking before one sets out. */
  areHoursUnsure: boolean;
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

function PlaceAnswer({ id, position, stations, ...hours }: PlaceForMeProps) {
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
      <HoursToday {...hours} />
      <KeptProfileChoice id="for-me" label={t('who')} kept={kept} onChange={setKept} />
      <div role="status" className="min-h-14">
        {answer === 'problem' && t('problem')}
        {answer && answer !== 'problem' && (
          <ApproachList answer={answer} placeId={id} stations={stations} kept={kept} />
        )}
      </div>
    </div>
  );
}

/** Today's hours in Chongqing, where they are known; else what is known in words. */
function HoursToday({
  opening,
  hours,
  areHoursUnsure,
}: Pick<PlaceForMeProps, 'opening' | 'hours' | 'areHoursUnsure'>) {
  const t = useTranslations('PlaceForMe');
  const locale = useLocale();
  const week = opening === undefined ? undefined : parseOpeningHours(opening);
  const check = areHoursUnsure && ` ${t('check')}`;
  if (!week)
    return (
      <p>
        {hours ? t('hoursSaid', { hours }) : t('hoursUnknown')}
        {hours && check}
      </p>
    );
  const now = Date.now();
  const spans = hoursOn(week, now);
  if (spans.length === 0)
    return (
      <p>
        {t('closedToday')}
        {check}
      </p>
    );
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
      {check}
    </p>
  );
}
