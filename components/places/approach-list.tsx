import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatDuration } from '@/lib/i18n/format';
import { wayName } from '@/lib/i18n/way-name';
import type { Approach, ApproachStretch } from '@/lib/routing/approach';
import type { Barrier } from '@/lib/routing/route';
import { formatRouteQuery } from '@/lib/routing/route-query';
import type { StretchEnd } from '@/lib/routing/stretch';
import { useBarrierSentence } from '../route/barrier-sentence';
import type { KeptProfile } from '../route/kept-profile';

/** A station near a place, with its name. */
export type ApproachStation = StretchEnd & { name: string };

/** The ways of one person to a place from the stations near it, and what is in the way. */
export function ApproachList({
  answer,
  placeId,
  stations,
  kept,
}: {
  answer: Approach;
  placeId: string;
  stations: readonly ApproachStation[];
  kept: KeptProfile;
}) {
  return (
    <ul>
      {answer.stretches.map((stretch) => (
        <Approaching
          key={stretch.from}
          placeId={placeId}
          stretch={stretch}
          minds={answer.minds}
          station={stations.find(({ key }) => key === stretch.from)?.name ?? ''}
          kept={kept}
        />
      ))}
    </ul>
  );
}

function Approaching({
  placeId,
  stretch: { from, isOpen, seconds, lengthMeters, unknownMeters, barriers, shorter },
  minds,
  station,
  kept,
}: {
  placeId: string;
  stretch: ApproachStretch;
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
  const told = (list: readonly Barrier[]) =>
    list
      .slice(0, 3)
      .map((barrier) => [wayName(locale, barrier), sentence(barrier)].filter(Boolean).join(' '))
      .join(' · ');
  const text = isOpen
    ? t(minds && unknownMeters >= 5 ? 'perhaps' : 'open', numbers)
    : barriers.length === 0
      ? t('disconnected')
      : t('barred', { barriers: told(barriers) });
  return (
    <li className="border-b border-rule py-1.5 last:border-0">
      <span className="font-semibold">{t('fromStation', { station })}</span> {text}{' '}
      {shorter &&
        t('shorter', {
          distance: formatDistance(locale, shorter.lengthMeters),
          barriers: told(shorter.barriers),
        })}{' '}
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
