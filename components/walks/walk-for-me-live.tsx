'use client';

import {
  type AbstractIntlMessages,
  type Locale,
  NextIntlClientProvider,
  useLocale,
  useTranslations,
} from 'next-intl';
import { useEffect, useState } from 'react';
import { formatDistance, formatDuration } from '@/lib/i18n/format';
import { formatRouteQuery, type RouteQuery } from '@/lib/routing/route-query';
import type { WalkForMe, WalkLine } from '@/lib/walks/for-me';
import { engine } from '../engine/engine';
import { useBarrierSentence } from '../route/barrier-sentence';
import { type KeptProfile, readKeptProfile } from '../route/kept-profile';
import { KeptProfileChoice } from '../route/kept-profile-choice';
import { WalkVerdictText } from './walk-for-me';

export interface WalkForMeProps {
  line: WalkLine;
  /** Names of the stops by their keys. */
  names: Record<string, string>;
}

/** The walk for this very person: asked of the engine with the limits they keep on this device and today's notices. */
export default function WalkForMeLive({
  locale,
  messages,
  ...props
}: WalkForMeProps & { locale: Locale; messages: AbstractIntlMessages }) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Shanghai">
      <WalkAnswer {...props} />
    </NextIntlClientProvider>
  );
}

function WalkAnswer({ line, names }: WalkForMeProps) {
  const t = useTranslations('WalkForMe');
  const [kept, setKept] = useState<KeptProfile>(() => readKeptProfile() ?? { profile: 'walk', changes: {} });
  const [answer, setAnswer] = useState<WalkForMe | 'problem'>();
  useEffect(() => {
    let isWanted = true;
    engine()
      .askWalk({ line, profile: kept, now: Date.now() })
      .then(
        (reply) => isWanted && setAnswer(reply.problem === undefined ? reply.answer : 'problem'),
        () => isWanted && setAnswer('problem'),
      );
    return () => {
      isWanted = false;
    };
  }, [line, kept]);
  return (
    <div className="flex flex-col gap-3 border border-rule bg-raised p-4">
      <KeptProfileChoice id="for-me" label={t('who')} kept={kept} onChange={setKept} />
      <div role="status" className="min-h-14">
        {answer === 'problem' && t('problem')}
        {answer && answer !== 'problem' && (
          <>
            <p className="text-lg">
              <WalkVerdictText answer={answer} />
            </p>
            {Object.keys(kept.changes).length > 0 && <p className="text-sm text-soft">{t('own')}</p>}
          </>
        )}
      </div>
      {answer && answer !== 'problem' && answer.drawn !== 'open' && (
        <Legs answer={answer} line={line} names={names} kept={kept} />
      )}
    </div>
  );
}

function Legs({ answer, line, names, kept }: WalkForMeProps & { answer: WalkForMe; kept: KeptProfile }) {
  const t = useTranslations('WalkForMe');
  const locale = useLocale();
  const sentence = useBarrierSentence();
  const positionOf = (key: string) => line.stops.find((stop) => stop.key === key)?.position ?? [0, 0];
  const end = (key: string) => ({ kind: 'position' as const, position: positionOf(key) });
  const hrefOf = (from: string, to: string) => {
    const query: RouteQuery = { ...kept, from: end(from), to: end(to), prefer: 'quickest', when: 'any' };
    return `/${locale}/route?${formatRouteQuery(query)}`;
  };
  return (
    <div>
      <h4 className="font-semibold">{t('legs')}</h4>
      <ol className="mt-1 list-decimal ps-6">
        {answer.legs.map(({ from, to, isOpen, lengthMeters, seconds, barriers }) => (
          <li key={`${from} ${to}`} className="py-1">
            {t('leg', { from: names[from] ?? '', to: names[to] ?? '' })}
            {' · '}
            {isOpen
              ? t('legOpen', {
                  distance: formatDistance(locale, lengthMeters),
                  time: formatDuration(locale, seconds),
                })
              : barriers.length === 0
                ? t('legDisconnected')
                : t('legBarred', {
                    barriers: `${barriers.slice(0, 3).map(sentence).join(' · ')}${barriers.length > 3 ? ' …' : ''}`,
                  })}{' '}
            <a
              href={hrefOf(from, to)}
              aria-label={`${t('seeWay')}: ${t('leg', { from: names[from] ?? '', to: names[to] ?? '' })}`}
              className="inline-flex min-h-target items-center"
            >
              {t('seeWay')}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
