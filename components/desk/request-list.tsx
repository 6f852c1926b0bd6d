import { useLocale, useTranslations } from 'next-intl';
import type { DeskQueue } from '@/lib/feedback/desk';
import { daysWaiting } from '@/lib/feedback/desk';
import type { RequestState } from '@/lib/feedback/states';
import { tagLook } from './looks';

export interface ListedRequest {
  reference: string;
  kindName: string;
  language: string;
  description: string;
  address: string | null;
  state: RequestState;
  publication: 'none' | 'waiting' | 'published' | 'refused';
  receivedAt: number;
  photos: number;
}

/** Suggestions as they wait: how long first, then what it is. */
export function RequestList({ rows, queue, now }: { rows: ListedRequest[]; queue: DeskQueue; now: number }) {
  const locale = useLocale();
  const t = useTranslations('Desk');
  const states = useTranslations('FeedbackStates');
  if (rows.length === 0) return <p className="border-y border-rule py-8 text-soft">{t('list.empty')}</p>;
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {rows.map((row) => {
        const days = daysWaiting(row.receivedAt, now);
        return (
          <li
            key={row.reference}
            className="relative grid gap-x-6 gap-y-1 py-4 focus-within:bg-raised hover:bg-raised sm:grid-cols-[6.5rem_minmax(0,1fr)_auto] sm:px-3"
          >
            <p className="font-heading text-lg text-cinnabar sm:text-xl">
              {days === 0 ? t('list.today') : t('list.days', { days })}
            </p>
            <div className="min-w-0">
              <h2 className="text-lg">
                <a
                  href={`/${locale}/desk/${row.reference}`}
                  className="text-ink after:absolute after:inset-0"
                >
                  {row.kindName}
                  <span className="sr-only"> {row.reference}</span>
                </a>
              </h2>
              <p lang={row.language} className="line-clamp-2 text-soft">
                {row.description}
              </p>
              <p className="mt-1 text-sm text-soft">
                {row.address ? <span lang={row.language}>{row.address}</span> : t('list.noPlace')}
                {row.photos > 0 && ` · ${t('list.photos', { count: row.photos })}`}
                <span aria-hidden="true"> · </span>
                <span aria-hidden="true" className="font-mono">
                  {row.reference}
                </span>
              </p>
            </div>
            <p className="flex flex-wrap content-start items-start gap-2 sm:max-w-64 sm:flex-col sm:items-end">
              <span className={tagLook}>{states(row.state)}</span>
              {queue !== 'moderation' && row.publication !== 'none' && (
                <span className={tagLook}>{t(`publications.${row.publication}`)}</span>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
