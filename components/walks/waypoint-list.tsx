import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatDuration } from '@/lib/i18n/format';
import { type MeasuredWalk, type MeasuredWaypoint, storyOf } from '@/lib/walks/measured-walk';
import { OpenInMaps } from '../places/open-in-maps';
import { Icon } from '../ui/icon';

/** The stops in order: what to see, why, how long, hours and fee, and the way on. */
export function WaypointList({
  measured,
  waypoints,
}: {
  measured: MeasuredWalk;
  waypoints: readonly MeasuredWaypoint[];
}) {
  const t = useTranslations('WaypointList');
  const locale = useLocale();
  const { walk } = measured;
  const story = storyOf(walk, locale);
  return (
    <div>
      <p className="mb-5 max-w-[44em] text-sm text-soft">{t('survey')}</p>
      <ol className="relative ms-3 border-s-2 border-cinnabar">
        {waypoints.map(({ key, place, stations, atMeters }, index) => {
          const facts = walk.waypoints[index];
          const words = story.waypoints[key];
          if (!facts || !words) return null;
          const isTurnOff = walk.stepFree?.turnOffAt === key;
          return (
            <li key={key} id={`stop-${key}`} className="relative scroll-mt-6 ps-7 pb-9 last:pb-0">
              <span
                aria-hidden="true"
                className="absolute -start-[17px] top-0.5 grid size-8 place-items-center rounded-full bg-cinnabar text-sm font-semibold text-on-cinnabar ring-4 ring-paper"
              >
                {index + 1}
              </span>
              <h3 className="text-xl">
                <a
                  href={`/${locale}/places/${place.id}`}
                  className="text-ink decoration-rule-strong hover:text-cinnabar"
                >
                  {place.name[locale]}
                </a>
              </h3>
              <p className="text-sm text-soft tabular-nums">
                {index > 0 && `${t('at', { distance: formatDistance(locale, atMeters) })} · `}
                {facts.minutes > 0
                  ? t('stay', { time: formatDuration(locale, facts.minutes * 60) })
                  : t('passBy')}
              </p>
              <p className="mt-2 max-w-[40em]">{words.see}</p>
              <p className="mt-1.5 max-w-[40em] text-soft">{words.why}</p>
              <dl className="mt-3 grid max-w-[44em] grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm sm:gap-x-6">
                <Fact label={t('hours')} value={place.hours?.[locale]} unknown={t('unknown')} />
                <Fact
                  label={t('fee')}
                  value={
                    place.feeWords?.[locale] ??
                    (place.fee && (place.fee.cny === 0 ? t('free') : t('cny', { cny: place.fee.cny })))
                  }
                  unknown={t('unknown')}
                />
                <Fact label={t('access')} value={place.access[locale]} unknown={t('unknown')} />
                <Fact
                  label={t('station')}
                  value={stations
                    .map(({ station, exit }) =>
                      exit ? t('stationExit', { station: station.name[locale], exit }) : station.name[locale],
                    )
                    .join(t('or'))}
                  unknown={t('unknown')}
                />
                {/* Named only where known: the sentence over the list says what a missing line means. */}
                {facts.toilet !== undefined && (
                  <Fact
                    label={t('toilet')}
                    value={t(facts.toilet ? 'there' : 'notThere')}
                    unknown={t('unknown')}
                  />
                )}
                {facts.rest !== undefined && (
                  <Fact
                    label={t('rest')}
                    value={t(facts.rest ? 'there' : 'notThere')}
                    unknown={t('unknown')}
                  />
                )}
              </dl>
              {isTurnOff && (
                <p className="mt-3 flex max-w-[40em] gap-2 border-s-4 border-jade bg-jade-wash px-3 py-2">
                  <Icon name="wheelchair" className="mt-1 size-5" />
                  <span>{story.stepFree}</span>
                </p>
              )}
              <OpenInMaps name={place.name} position={place.position} />
              {words.next && (
                <p className="mt-2 flex max-w-[40em] items-baseline gap-2 text-soft">
                  <Icon name="arrow" className="size-4 rotate-90 translate-y-0.5 text-cinnabar" />
                  <span>{words.next}</span>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Fact({ label, value, unknown }: { label: string; value: string | undefined; unknown: string }) {
  return (
    <div className="col-span-2 grid grid-cols-subgrid">
      <dt className="text-soft">{label}</dt>
      <dd className={value ? '' : 'text-soft'}>{value || unknown}</dd>
    </div>
  );
}
