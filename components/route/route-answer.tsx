import { useLocale, useTranslations } from 'next-intl';
import {
  formatDistance,
  formatDuration,
  formatHeight,
  formatPercent,
  formatTimeBeside,
} from '@/lib/i18n/format';
import { wayName } from '@/lib/i18n/way-name';
import type { Notice } from '@/lib/notices/notice';
import { type OtherWay, type RouteReply, routeOf } from '@/lib/routing/ask';
import { toDirections } from '@/lib/routing/directions';
import type { Barrier, Route } from '@/lib/routing/route';
import { formatRouteEnd, sliders } from '@/lib/routing/route-query';
import type { Relaxation, RouteResult } from '@/lib/routing/router';
import { useBarrierSentence } from './barrier-sentence';
import { DirectionList } from './direction-list';
import { HeightProfile } from './height-profile';
import { NoticeList } from './notice-list';
import { TellLink } from './tell-link';

/** Address of this question with some parts of it changed. */
type HrefWith = (changes: Record<string, string>) => string;

/** The answer in plain words: whether, how long, what is in the way, what would open a way. */
export function RouteAnswer({
  reply: { result, others, isUnsure, notices: noticeIds, now, departs, arrives, opens },
  notices,
  isPending,
  hrefWith,
}: {
  reply: RouteReply;
  /** Undefined when they could not be read. */
  notices: readonly Notice[] | undefined;
  /** The next answer is on its way. */
  isPending: boolean;
  hrefWith: HrefWith;
}) {
  const t = useTranslations('RouteAnswer');
  const locale = useLocale();
  const route = routeOf(result);
  return (
    <section
      aria-labelledby="answer"
      aria-busy={isPending}
      className={`flex flex-col gap-6 ${isPending ? 'opacity-60' : ''}`}
    >
      <Verdict
        result={result}
        isUnsure={isUnsure}
        opens={opens === undefined ? undefined : formatTimeBeside(locale, opens, now)}
        hrefWith={hrefWith}
      />
      {result.kind === 'barred' && <Barriers barriers={result.barriers} />}
      {result.kind === 'barred' && <WouldOpen relaxations={result.wouldOpen} hrefWith={hrefWith} />}
      {result.kind === 'closed-now' && <Barriers barriers={result.best.barriers} />}
      <NoticeList notices={notices?.filter(({ id }) => noticeIds.includes(id))} />
      {route && 'from' in result && <Gaps from={result.from.meters} to={result.to.meters} />}
      {departs !== undefined && arrives !== undefined && !isThere(route) && (
        <p className="tabular-nums">
          {t('leaves', { time: formatTimeBeside(locale, departs, now) })} ·{' '}
          {t('arrives', { time: formatTimeBeside(locale, arrives, departs) })}
        </p>
      )}
      {route && !isThere(route) && <Numbers route={route} isTimed={result.kind !== 'barred'} />}
      {others.length > 0 && <OtherWays others={others} hrefWith={hrefWith} />}
    </section>
  );
}

/** The way itself: its heights, and step by step. */
export function RouteSteps({ reply: { result, heights } }: { reply: RouteReply }) {
  const t = useTranslations('RouteAnswer');
  const route = routeOf(result);
  if (!route || isThere(route)) return null;
  return (
    <div className="flex flex-col gap-6">
      {heights.length > 1 && route.lengthMeters > 0 && (
        <section aria-labelledby="route-heights">
          <h3 id="route-heights" className="mb-2 text-xl">
            {t('heights')}
          </h3>
          <HeightProfile profile={heights} lengthMeters={route.lengthMeters} sections={sectionsOf(route)} />
        </section>
      )}
      <section aria-labelledby="directions">
        <h3 id="directions" className="mb-2 text-xl">
          {t('directions')}
        </h3>
        <DirectionList directions={toDirections(route)} />
        <p className="mt-4 text-sm text-soft">{t('share')}</p>
      </section>
    </div>
  );
}

/** Both ends are the same place: there is nothing to walk. */
const isThere = (route: Route | undefined) => route !== undefined && route.lengthMeters < 1;

function sectionsOf({ legs }: Route) {
  let walked = 0;
  return legs.map(({ kind, lengthMeters, rise }) => {
    const section = { kind, startMeters: walked, lengthMeters, rise };
    walked += lengthMeters;
    return section;
  });
}

function Verdict({
  result,
  isUnsure,
  opens,
  hrefWith,
}: {
  result: RouteResult;
  isUnsure: boolean;
  opens: string | undefined;
  hrefWith: HrefWith;
}) {
  const t = useTranslations('RouteAnswer');
  const locale = useLocale();
  const isGood = result.kind === 'route' && !isUnsure;
  const island = result.kind === 'disconnected' ? result.island : undefined;
  const away = result.kind === 'off-network' || result.kind === 'outside-area' ? result : island;
  const title = () => {
    switch (result.kind) {
      case 'route':
        if (isThere(result.route)) return t('there');
        return t(isUnsure ? 'routeUnsure' : 'route');
      case 'barred':
      case 'disconnected':
        return t(result.kind);
      case 'closed-now':
        return t('closed');
      case 'off-network':
        return t(`offNetwork.${result.which}`);
      case 'outside-area':
        return t(`outside.${result.which}`);
    }
  };
  return (
    <div
      role="status"
      className={`border-s-4 bg-raised px-5 py-3 ${isGood ? 'border-jade' : 'border-amber'}`}
    >
      <h2 id="answer" className="text-2xl">
        {title()}
      </h2>
      {result.kind === 'barred' && <p>{t('barredText')}</p>}
      {result.kind === 'closed-now' && <p>{opens ? t('opens', { time: opens }) : t('opensUnknown')}</p>}
      {island && <p>{t(`island.${island.which}`)}</p>}
      {away?.nearest && (
        <p>
          {t('nearest', { distance: formatDistance(locale, away.nearest.meters) })}{' '}
          <a
            href={hrefWith({
              [away.which]: formatRouteEnd({ kind: 'position', position: away.nearest.position }),
            })}
            className="inline-flex min-h-target items-center"
          >
            {t('useNearest')}
          </a>
        </p>
      )}
    </div>
  );
}

/** What the person would find by preferring something else: each a link to its own answer. */
function OtherWays({ others, hrefWith }: { others: readonly OtherWay[]; hrefWith: HrefWith }) {
  const t = useTranslations('RouteAnswer');
  const words = useTranslations('RouteForm.prefers');
  const locale = useLocale();
  return (
    <section aria-labelledby="others">
      <h3 id="others" className="text-xl">
        {t('others')}
      </h3>
      <ul>
        {others.map(({ prefer, route }) => (
          <li key={prefer}>
            <a href={hrefWith({ prefer })} className="inline-flex min-h-target items-center">
              {t('other', {
                prefer: words(prefer),
                time: formatDuration(locale, route.seconds, 1),
                distance: formatDistance(locale, route.lengthMeters),
                up: route.stepsUp,
                down: route.stepsDown,
              })}
              {/* A count must not read as the whole where some stairs were never counted. */}
              {route.uncountedMeters >= 5 &&
                ` · ${t('uncounted', { distance: formatDistance(locale, route.uncountedMeters) })}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the way begins or ends a good piece from what was asked for, that is said. */
function Gaps({ from, to }: { from: number; to: number }) {
  const t = useTranslations('RouteAnswer.gap');
  const locale = useLocale();
  const ends = Object.entries({ from, to }).filter(([, meters]) => meters > 40) as ['from' | 'to', number][];
  return ends.map(([end, meters]) => <p key={end}>{t(end, { distance: formatDistance(locale, meters) })}</p>);
}

function Numbers({
  route,
  isTimed,
}: {
  route: Route;
  /** Nobody can say how long somebody takes where they cannot go. */
  isTimed: boolean;
}) {
  const t = useTranslations('RouteAnswer');
  const locale = useLocale();
  const facts = [
    ...(isTimed ? [{ label: t('time'), value: formatDuration(locale, route.seconds, 1) }] : []),
    { label: t('length'), value: formatDistance(locale, route.lengthMeters) },
    {
      label: t('climb'),
      value: `+${formatHeight(locale, route.ascent)} −${formatHeight(locale, route.descent)}`,
    },
    {
      label: t('steps'),
      value: t('stepsKnown', { up: route.stepsUp, down: route.stepsDown }),
      note:
        route.uncountedMeters >= 5
          ? t('uncounted', { distance: formatDistance(locale, route.uncountedMeters) })
          : undefined,
    },
    ...(route.fee > 0 || route.unknownFees > 0
      ? [
          {
            label: t('fee'),
            // Nothing known is not nothing to pay.
            value: route.fee > 0 ? t('feeKnown', { fee: route.fee }) : t('feeNotKnown'),
            note:
              route.fee > 0 && route.unknownFees > 0
                ? t('feeUnknown', { count: route.unknownFees })
                : undefined,
          },
        ]
      : []),
  ];
  return (
    <div>
      <dl aria-label={t('numbers')} className="grid grid-cols-2 gap-px border border-rule bg-rule">
        {facts.map(({ label, value, note }) => (
          <div key={label} className="flex flex-col bg-raised px-4 py-3 last:odd:col-span-2">
            <dt className="text-sm text-soft">{label}</dt>
            <dd className="text-xl leading-snug tabular-nums">{value}</dd>
            {note && <dd className="text-xs text-soft">{note}</dd>}
          </div>
        ))}
      </dl>
      {route.unknownMeters >= 1 && (
        <p className="mt-2 border-s-4 border-amber ps-3">
          {t('unknown', { distance: formatDistance(locale, route.unknownMeters) })}
        </p>
      )}
    </div>
  );
}

function Barriers({ barriers }: { barriers: readonly Barrier[] }) {
  const t = useTranslations('RouteAnswer');
  const locale = useLocale();
  const sentence = useBarrierSentence();
  return (
    <section aria-labelledby="barriers">
      <h3 id="barriers" className="text-xl">
        {t('barriers')}
      </h3>
      <ul className="mt-1 list-disc ps-5">
        {barriers.map((barrier) => (
          <li key={`${barrier.violation} ${barrier.position.join()}`} className="py-0.5">
            {barrier.name && <span lang="zh-CN">{wayName(locale, barrier)} · </span>}
            {sentence(barrier)} <TellLink barrier={barrier} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The part of the address that makes a change; a slope beyond the slider's has none. */
function changeOf(relaxation: Relaxation): Record<string, string> | undefined {
  const percent = (share: number) => String(Math.ceil(share * 100 - 1e-9));
  switch (relaxation.limit) {
    case 'maxInclineUp':
      return relaxation.to <= sliders.up.most / 100 ? { up: percent(relaxation.to) } : undefined;
    case 'maxInclineDown':
      return relaxation.to <= sliders.down.most / 100 ? { down: percent(relaxation.to) } : undefined;
    case 'minWidth':
      return { width: String(relaxation.to) };
    case 'unknown':
      return { unknown: relaxation.to };
    case 'maxKerb':
      return { kerb: relaxation.to };
    case 'ground':
      return { ground: relaxation.to };
    case 'elevators':
      return { lifts: 'yes' };
    case 'steps':
    case 'escalators':
    case 'cableways':
      return { [relaxation.limit]: 'yes' };
    case 'fare':
      return { prefer: 'quickest' };
  }
}

function WouldOpen({ relaxations, hrefWith }: { relaxations: readonly Relaxation[]; hrefWith: HrefWith }) {
  const t = useTranslations('RouteAnswer');
  const words = useTranslations('Relaxations');
  const locale = useLocale();
  const sentence = (relaxation: Relaxation) => {
    switch (relaxation.limit) {
      case 'maxInclineUp':
      case 'maxInclineDown':
        return words(relaxation.limit, { to: formatPercent(locale, relaxation.to, true) });
      case 'minWidth':
        return words('minWidth', { to: relaxation.to });
      default:
        return words(relaxation.limit);
    }
  };
  if (relaxations.length === 0) return <p>{t('nothingOpens')}</p>;
  return (
    <section aria-labelledby="would-open">
      <h3 id="would-open" className="text-xl">
        {t('wouldOpen')}
      </h3>
      <ul className="mt-1 list-disc ps-5">
        {relaxations.map((relaxation) => (
          <li key={relaxation.limit} className="py-0.5">
            {sentence(relaxation)}{' '}
            {changeOf(relaxation) && (
              <a
                href={hrefWith(changeOf(relaxation) ?? {})}
                className="inline-flex min-h-target items-center"
              >
                {t('tryIt')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
