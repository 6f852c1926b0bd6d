import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDistance, formatHeight } from '@/lib/i18n/format';
import type { Place, Station } from '@/lib/places/schema';

/** What is known of a place as a list of facts; what is not known is said to be unknown, what is unsure is marked. */
export function PlaceFacts({
  place,
  stations,
}: {
  place: Place;
  stations: { station: Station; exit: string | undefined }[];
}) {
  const t = useTranslations('PlaceFacts');
  const words = useTranslations('WaypointList');
  const locale = useLocale();
  const unknown = <span className="text-soft">{words('unknown')}</span>;
  const isUnsure = (fact: (typeof place.checkOnTheDay)[number]) => place.checkOnTheDay.includes(fact);
  const fee =
    place.feeWords?.[locale] ??
    (place.fee && (place.fee.cny === 0 ? words('free') : words('cny', { cny: place.fee.cny })));
  const height =
    place.elevation &&
    [place.elevation.meters]
      .flat()
      .map((meters) => formatHeight(locale, meters))
      .join('–');
  return (
    <dl className="grid gap-px border border-rule bg-rule sm:grid-cols-2">
      <Fact label={words('hours')} unsure={place.hours !== undefined && isUnsure('hours') && t('check')}>
        {place.hours?.[locale] ?? unknown}
      </Fact>
      <Fact label={words('fee')} unsure={fee !== undefined && isUnsure('fee') && t('check')}>
        {fee ?? unknown}
      </Fact>
      <Fact label={t('access')} unsure={isUnsure('access') && t('check')}>
        <strong className="block font-semibold">{t(`wheelchair.${place.wheelchair ?? 'unknown'}`)}</strong>
        {place.access[locale]}
      </Fact>
      <Fact label={words('station')}>
        {stations.length === 0
          ? unknown
          : stations.map(({ station, exit }) => (
              <span key={station.id} className="block">
                {exit ? words('stationExit', { station: station.name[locale], exit }) : station.name[locale]}
              </span>
            ))}
      </Fact>
      <Fact label={t('height')}>
        {place.elevation ? (
          <>
            {height}{' '}
            <span className="block text-sm text-soft">
              {t(`heightConfidence.${place.elevation.confidence}`)}
            </span>
          </>
        ) : (
          unknown
        )}
      </Fact>
      <Fact label={t('position')}>
        <span className="tabular-nums">
          {place.position[1].toFixed(5)}, {place.position[0].toFixed(5)}
        </span>{' '}
        <span className="block text-sm text-soft">
          {t('accuracy', { distance: formatDistance(locale, place.accuracyMeters) })}
        </span>
      </Fact>
    </dl>
  );
}

function Fact({
  label,
  unsure = false,
  children,
}: {
  label: string;
  unsure?: string | false;
  children: ReactNode;
}) {
  return (
    <div className="bg-raised px-4 py-3">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
      {unsure && <dd className="mt-1 text-sm text-amber">{unsure}</dd>}
    </div>
  );
}
