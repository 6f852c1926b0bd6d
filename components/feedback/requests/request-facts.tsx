import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDay } from '@/lib/i18n/format';
import { languageOf } from '@/lib/i18n/language-of';
import { PlaceName } from './place-name';
import type { ShownRequest } from './shown-request';
import { StateMark } from './state-mark';
import { useWaitText } from './wait-text';

/** State, place, dates and who handles it. */
export function RequestFacts({
  request,
  agency,
  expectedAt,
  children,
}: {
  request: ShownRequest;
  agency: string | undefined;
  /** When the city means to be done. */
  expectedAt: number | undefined;
  /** Beside the state. */
  children?: ReactNode;
}) {
  const t = useTranslations('RequestPage');
  const list = useTranslations('RequestsPage');
  const locale = useLocale();
  const waitText = useWaitText();
  const facts: [string, ReactNode][] = [
    [
      t('place'),
      request.place || request.district ? (
        <PlaceName key="place" place={request.place} district={request.district} />
      ) : (
        list('noPlace')
      ),
    ],
    [t('received'), formatDay(locale, request.receivedAt)],
    ...(agency
      ? [
          [
            t('agency'),
            <span key="agency" lang={languageOf(agency)}>
              {agency}
            </span>,
          ] satisfies [string, ReactNode],
        ]
      : []),
    ...(expectedAt === undefined
      ? []
      : [[t('expected'), formatDay(locale, expectedAt)] satisfies [string, string]]),
  ];
  return (
    <>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <StateMark state={request.state} />
        <span>{waitText(request)}</span>
        {children}
      </p>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-0.5">
        {facts.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-soft">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 font-mono text-sm text-soft">{t('reference', { reference: request.reference })}</p>
    </>
  );
}
