import { useLocale, useTranslations } from 'next-intl';
import { isWaiting } from '@/lib/feedback/states';
import { formatDay } from '@/lib/i18n/format';
import { PlaceName } from './place-name';
import type { ShownRequest } from './shown-request';
import { StateMark } from './state-mark';
import { useWaitText } from './wait-text';

/** The suggestions of a page, numbered as on the map beside them. */
export function RequestList({ requests }: { requests: readonly ShownRequest[] }) {
  const t = useTranslations('RequestsPage');
  const locale = useLocale();
  const waitText = useWaitText();
  return (
    <ol className="border-t border-rule">
      {requests.map((request, index) => (
        <li key={request.reference} className="flex gap-3 border-b border-rule py-4 sm:gap-4">
          <span
            aria-hidden="true"
            className={`mt-0.5 grid h-7 min-w-7 shrink-0 place-items-center self-start rounded-full px-1 text-sm font-semibold text-(--map-walk-case) ${
              isWaiting(request.state) ? 'bg-(--map-walk)' : 'bg-(--way-footway)'
            }`}
          >
            {index + 1}
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <h3 className="text-xl">
                <a
                  href={`/${locale}/feedback/requests/${request.reference}`}
                  className="inline-flex min-h-8 items-center"
                >
                  {request.kind}
                </a>
              </h3>
              <StateMark state={request.state} />
            </div>
            <p className="text-soft">
              {request.place || request.district ? (
                <PlaceName place={request.place} district={request.district} />
              ) : (
                t('noPlace')
              )}
            </p>
            <p lang={request.language} className="mt-1 line-clamp-3 wrap-anywhere">
              {request.description}
            </p>
            <p className="mt-1 text-sm text-soft">
              {[
                <time key="at" dateTime={new Date(request.receivedAt).toISOString()}>
                  {formatDay(locale, request.receivedAt)}
                </time>,
                waitText(request),
                request.followers > 0 && t('meToo', { count: request.followers }),
              ]
                .filter(Boolean)
                .map((part, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three parts in a fixed order
                  <span key={place}>
                    {place > 0 && ' · '}
                    {part}
                  </span>
                ))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
