import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatDuration, formatHeight, formatPercent } from '@/lib/i18n/format';
import { toDirections } from '@/lib/routing/directions';
import type { Barrier, Route } from '@/lib/routing/route';
import type { Preference } from '@/lib/routing/route-query';
import type { Relaxation, RouteResult } from '@/lib/routing/router';
import { DirectionList } from './direction-list';

/** The route an answer has to show, if any. */
export function routeOf(result: RouteResult): Route | undefined {
  if (result.kind === 'route') return result.route;
  return result.kind === 'barred' || result.kind === 'closed-now' ? result.best : undefined;
}

export interface OtherWay {
  prefer: Preference;
  route: Route;
  href: string;
}

/** The answer in plain words: whether, how long, what is in the way, what would open a way, and the way itself. */
export function RouteAnswer({
  result,
  others,
  nearestHref,
}: {
  result: RouteResult;
  others: readonly OtherWay[];
  nearestHref: string | undefined;
}) {
  const t = useTranslations('RouteAnswer');
  const route = routeOf(result);
  return (
    <section aria-labelledby="answer" className="flex flex-col gap-6">
      <Verdict result={result} nearestHref={nearestHref} />
      {result.kind === 'barred' && <Barriers barriers={result.barriers} />}
      {result.kind === 'barred' && <WouldOpen relaxations={result.wouldOpen} />}
      {result.kind === 'closed-now' && <Barriers barriers={result.best.barriers} />}
      {route && 'from' in result && <Gaps from={result.from.meters} to={result.to.meters} />}
      {route && <Numbers route={route} />}
      {others.length > 0 && <OtherWays others={others} />}
      {route && (
        <section aria-labelledby="directions">
          <h3 id="directions" className="mb-2 text-xl">
            {t('directions')}
          </h3>
          <DirectionList directions={toDirections(route)} />
          <p className="mt-4 text-sm text-soft">{t('share')}</p>
        </section>
      )}
    </section>
  );
}

function Verdict({ result, nearestHref }: { result: RouteResult; nearestHref: string | undefined }) {
  const t = useTranslations('RouteAnswer');
  const locale = useLocale();
  const isGood = result.kind === 'route';
  const title = () => {
    switch (result.kind) {
      case 'route':
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
      {result.kind === 'closed-now' && (
        <p>
          {Number.isFinite(result.opensInMinutes)
            ? t('opens', { time: formatDuration(locale, result.opensInMinutes * 60) })
            : t('opensUnknown')}
        </p>
      )}
      {result.kind === 'off-network' && result.nearest && (
        <p>
          {t('nearest', { distance: formatDistance(locale, result.nearest.meters) })}{' '}
          {nearestHref && (
            <a href={nearestHref} className="inline-flex min-h-target items-center">
              {t('useNearest')}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

/** What the person would find by preferring something else: each a link to its own answer. */
function OtherWays({ others }: { others: readonly OtherWay[] }) {
  const t = useTranslations('RouteAnswer');
  const words = useTranslations('RouteForm.prefers');
  const locale = useLocale();
  return (
    <section aria-labelledby="others">
      <h3 id="others" className="text-xl">
        {t('others')}
      </h3>
      <ul>
        {others.map(({ prefer, route, href }) => (
          <li key={prefer}>
            <a href={href} className="inline-flex min-h-target items-center">
              {t('other', {
                prefer: words(prefer),
                time: formatDuration(locale, route.seconds),
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

function Numbers({ route }: { route: Route }) {
  const t = useTranslations('RouteAnswer');
  const locale = useLocale();
  const facts = [
    { label: t('time'), value: formatDuration(locale, route.seconds) },
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
            value: t('feeKnown', { fee: route.fee }),
            note: route.unknownFees > 0 ? t('feeUnknown', { count: route.unknownFees }) : undefined,
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
      {route.unknownMeters > 0 && (
        <p className="mt-2 border-s-4 border-amber ps-3">
          {t('unknown', { distance: formatDistance(locale, route.unknownMeters) })}
        </p>
      )}
    </div>
  );
}

function Barriers({ barriers }: { barriers: readonly Barrier[] }) {
  const t = useTranslations('RouteAnswer');
  const sentence = useBarrierSentence();
  return (
    <section aria-labelledby="barriers">
      <h3 id="barriers" className="text-xl">
        {t('barriers')}
      </h3>
      <ul className="mt-1 list-disc ps-5">
        {barriers.map((barrier) => (
          <li key={`${barrier.violation} ${barrier.position.join()}`} className="py-0.5">
            {barrier.name && <span lang="zh-CN">{barrier.name} · </span>}
            {sentence(barrier)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useBarrierSentence(): (barrier: Barrier) => string {
  const t = useTranslations('Barriers');
  const rails = useTranslations('Directions');
  const locale = useLocale();
  return ({ violation, lengthMeters, value, limit, handrail }) => {
    const distance = formatDistance(locale, lengthMeters);
    switch (violation) {
      case 'steps': {
        const text =
          value === undefined ? t('stepsUncounted', { distance }) : t('steps', { count: Number(value) });
        return handrail === 'unknown' ? text : `${text} · ${rails(`handrails.${handrail}`)}`;
      }
      case 'inclineUp':
      case 'inclineDown':
        return t(violation, {
          distance,
          value: formatPercent(locale, Number(value)),
          limit: formatPercent(locale, Number(limit)),
        });
      case 'width':
        return t('width', { value: Number(value), limit: Number(limit) });
      case 'fare':
        return t('fare', { value: Number(value) });
      case 'escalator':
      case 'surface':
      case 'unknownIncline':
      case 'unknownWidth':
      case 'unknownSurface':
        return t(violation, { distance });
      default:
        return t(violation);
    }
  };
}

function WouldOpen({ relaxations }: { relaxations: readonly Relaxation[] }) {
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
            {sentence(relaxation)}
          </li>
        ))}
      </ul>
    </section>
  );
}
