import { useLocale, useTranslations } from 'next-intl';
import type { Tracked } from '@/lib/feedback/tracked';
import type { Waiting } from '@/lib/feedback/waiting';
import { formatDay } from '@/lib/i18n/format';

/** How long it has waited, against what was promised, and whether the city has it at all. */
export function WaitingFacts({
  tracked,
  waiting,
  years,
  now,
}: {
  tracked: Tracked;
  waiting: Waiting;
  /** Years whose public holidays are known. */
  years: readonly number[];
  now: number;
}) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  const { promise, days, workingDays, goesOn } = waiting;
  const { delivery, expectedAt, agency, remindAt } = tracked;
  return (
    <>
      <dl className="mt-5 flex flex-wrap items-baseline gap-x-3">
        <dt className="text-soft">{t(goesOn ? 'waited' : 'took')}</dt>
        <dd className="font-heading text-3xl">{t('days', { days })}</dd>
        {days > 0 && <dd className="text-soft">{t('workingDays', { count: workingDays })}</dd>}
      </dl>
      <ul className="mt-2 max-w-prose space-y-1.5">
        {promise ? (
          <li className={promise.isBroken ? 'font-semibold text-cinnabar' : undefined}>
            {t(promise.isBroken ? 'promiseBroken' : 'promise', {
              count: promise.workingDays,
              date: formatDay(locale, promise.by),
              source: promise.source,
            })}
          </li>
        ) : (
          <li>{t('noPromise')}</li>
        )}
        {expectedAt !== null && goesOn && (
          <li>
            {t(expectedAt >= now ? 'expected' : 'expectedPast', { date: formatDay(locale, expectedAt) })}
          </li>
        )}
        {delivery.state === 'sent' ? (
          delivery.at !== null && <li>{t('handedOver', { date: formatDay(locale, delivery.at) })}</li>
        ) : (
          <li className="border-s-4 border-amber ps-3">
            {t(delivery.state === 'stuck' ? 'stuck' : 'notHandedOver')}
          </li>
        )}
        {agency && <li>{t('agency', { agency })}</li>}
        {remindAt !== undefined && remindAt > now && (
          <li>{t('remindLater', { date: formatDay(locale, remindAt) })}</li>
        )}
        <li className="text-sm text-soft">
          {years.length > 0
            ? t('holidaysOf', { years: new Intl.ListFormat(locale).format(years.map(String)) })
            : t('holidays')}
        </li>
      </ul>
    </>
  );
}
