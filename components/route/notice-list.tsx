import { useLocale, useTranslations } from 'next-intl';
import { formatInstant } from '@/lib/i18n/format';
import type { Notice } from '@/lib/notices/notice';

/** What is out of order on the way, who says so and until when. */
export function NoticeList({ notices }: { notices: readonly Notice[] | undefined }) {
  const t = useTranslations('RouteAnswer');
  const locale = useLocale();
  if (!notices) return <p className="border-s-4 border-amber ps-3">{t('noticesUnknown')}</p>;
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h3 id="notices" className="text-xl">
        {t('notices')}
      </h3>
      <ul className="mt-1 list-disc ps-5">
        {notices.map(({ id, reason, source, until }) => (
          <li key={id} className="py-0.5">
            {reason[locale]}{' '}
            <span className="text-sm text-soft">
              {until === undefined
                ? t('noticeOpen')
                : t('noticeUntil', { date: formatInstant(locale, Date.parse(until)) })}
              {' · '}
              {URL.canParse(source) ? (
                <a href={source} rel="noreferrer">
                  {new URL(source).hostname}
                </a>
              ) : (
                source
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
