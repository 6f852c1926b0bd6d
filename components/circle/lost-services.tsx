import { useLocale, useTranslations } from 'next-intl';
import type { CirclePageReply } from '@/lib/circle/ask';
import type { CircleReply, LostService } from '@/lib/circle/circle';
import type { CircleQuery } from '@/lib/circle/circle-query';
import { formatDistance, formatDuration, formatDurationWithin, formatSpeed } from '@/lib/i18n/format';
import { wayName } from '@/lib/i18n/way-name';
import type { Notice } from '@/lib/notices/notice';
import { profiles } from '@/lib/routing/profiles';
import type { Barrier } from '@/lib/routing/route';
import { profileOf } from '@/lib/routing/route-query';
import { useBarrierSentence } from '../route/barrier-sentence';
import { TellLink } from '../route/tell-link';
import { CategoryGlyph } from './category-glyph';
import { useServiceName } from './service-name';
import { WayLink } from './way-link';

/** More barriers of one way than these nobody reads. */
const MOST_BARRIERS = 3;

/** Kinds of ways that can be out of order and have a word of their own. */
const thingKinds = ['elevator', 'escalator', 'moving_walkway', 'cableway', 'ferry'] as const;

/** What lies out of this person's reach, and why: barriers by name, notices, or their pace. */
export function LostServices({
  circle,
  services,
  query,
  notices,
}: {
  circle: Extract<CircleReply, { kind: 'circle' }>;
  services: CirclePageReply['services'];
  query: CircleQuery;
  notices: readonly Notice[] | undefined;
}) {
  const t = useTranslations('CircleAnswer');
  const kinds = useTranslations('Services.kinds');
  const locale = useLocale();
  const nameOf = useServiceName();
  const why = useWhy(query);
  const { own, walker } = pacesOf(query);
  const saysOf = ({ reason }: LostService) =>
    reason.kind === 'outage' ? (notices?.filter(({ id }) => reason.notices.includes(id)) ?? []) : [];
  return (
    <section aria-labelledby="lost">
      <h3 id="lost" className="text-xl">
        {t('lost')}
      </h3>
      {circle.lost.length === 0 && <p>{t('lostNone')}</p>}
      {own < walker && circle.lost.some(({ reason }) => 'paceSeconds' in reason) && (
        <p className="text-sm text-soft">
          {t('paceNote', { own: formatSpeed(locale, own), walker: formatSpeed(locale, walker) })}
        </p>
      )}
      <ul className="mt-1">
        {circle.lost.map((lost) => {
          const service = services[lost.id];
          if (!service) return null;
          const name = nameOf(service);
          // The name of a station is the name of a crossing, too.
          const kind = service.kind === 'station' && kinds(service.kind);
          const others = Number.isFinite(lost.walkerSeconds)
            ? t('walkerTakes', { time: formatDurationWithin(locale, lost.walkerSeconds, query.minutes) })
            : t('walkerNeither');
          return (
            <li
              key={lost.id}
              id={`service-${lost.id}`}
              className="scroll-mt-24 border-b border-rule py-2 target:bg-raised target:ps-2"
            >
              <CategoryGlyph
                category={service.category}
                className="me-2 inline-block size-5 align-text-bottom"
              />
              <span className="font-semibold">{name}</span>{' '}
              <span className="text-sm text-soft">{[kind, others].filter(Boolean).join(' · ')}</span>
              <span className="block">{why(lost)}</span>
              {saysOf(lost).map(({ id, reason }) => (
                <span key={id} className="block text-sm">
                  {t('noticeSays', { reason: reason[locale] })}
                </span>
              ))}
              <span className="flex flex-wrap items-center gap-x-5 text-sm">
                <WayLink query={query} entry={lost.entry} name={name} />
                {'barriers' in lost.reason && lost.reason.barriers[0] && (
                  <TellLink barrier={lost.reason.barriers[0]} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Metres a second on the flat. */
const pacesOf = (query: CircleQuery) => ({
  own: profileOf({ ...query, prefer: 'time-only' }).metersPerSecond,
  walker: profiles.walk.metersPerSecond,
});

/** The reason of a loss in words. */
function useWhy(query: CircleQuery): (lost: LostService) => string {
  const t = useTranslations('CircleAnswer');
  const things = useTranslations('Barriers.things');
  const locale = useLocale();
  const sentence = useBarrierSentence();
  const time = (seconds: number) => formatDurationWithin(locale, seconds, query.minutes);
  const toldOne = (barrier: Barrier) => {
    const { kind, violation, value, lengthMeters } = barrier;
    const isShut = violation === 'closed' || violation === 'outOfOrder';
    const thing = thingKinds.find((one) => one === kind) ?? 'other';
    const meters =
      violation === 'steps' && value !== undefined && `(${formatDistance(locale, lengthMeters)})`;
    return [wayName(locale, barrier) ?? (isShut && things(thing)), sentence(barrier), meters]
      .filter(Boolean)
      .join(' ');
  };
  const told = (barriers: readonly Barrier[]) => {
    const rest = barriers.length - MOST_BARRIERS;
    return [
      ...barriers.slice(0, MOST_BARRIERS).map(toldOne),
      ...(rest > 0 ? [t('moreBarriers', { count: rest })] : []),
    ].join(' · ');
  };
  const { own, walker } = pacesOf(query);
  const pace = (seconds: number, walkerSeconds: number) => {
    if (own >= walker) return t('slower', { time: time(seconds) });
    // Much more than the two paces make of each other.
    const isMore = seconds > walkerSeconds * (walker / own) * 1.1;
    return [t('pace', { time: time(seconds) }), isMore && t('paceMore')].filter(Boolean).join(' · ');
  };
  return ({ reason, walkerSeconds }) => {
    switch (reason.kind) {
      case 'barred':
        return t('barred', { barriers: told(reason.barriers) });
      case 'closed':
        return [
          told(reason.barriers),
          Number.isFinite(reason.opensInMinutes) &&
            t('opensIn', { time: formatDuration(locale, reason.opensInMinutes * 60) }),
        ]
          .filter(Boolean)
          .join(' · ');
      case 'outage':
        return [
          t('outage', {
            barriers: told(reason.barriers),
            time: time(reason.withoutSeconds),
          }),
          Number.isFinite(reason.seconds) && t('outageNow', { time: time(reason.seconds) }),
        ]
          .filter(Boolean)
          .join(' · ');
      case 'farther': {
        const { seconds, barriers, paceSeconds } = reason;
        if (barriers.length === 0) return pace(seconds, walkerSeconds);
        return [
          t('farther', { time: time(seconds), barriers: told(barriers) }),
          paceSeconds > query.minutes * 60 && t('fartherPace', { time: time(paceSeconds) }),
        ]
          .filter(Boolean)
          .join(' · ');
      }
      default:
        return t(reason.kind);
    }
  };
}
