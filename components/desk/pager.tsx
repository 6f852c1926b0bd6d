import { useTranslations } from 'next-intl';

/** Pages of a list: earlier and later, and where one is. Nothing where all fits on one. */
export function Pager({
  page,
  count,
  size,
  hrefOf,
}: {
  page: number;
  count: number;
  size: number;
  hrefOf: (page: number) => string;
}) {
  const t = useTranslations('Desk.pager');
  const pages = Math.max(1, Math.ceil(count / size));
  if (pages === 1 && page === 1) return null;
  const look = 'inline-flex min-h-target items-center px-3';
  return (
    <nav aria-label={t('label')} className="mt-6 flex flex-wrap items-center gap-x-4">
      {page > 1 && (
        <a href={hrefOf(Math.min(page - 1, pages))} rel="prev" className={look}>
          {t('earlier')}
        </a>
      )}
      <span className="text-soft">{t('here', { page: String(page), pages: String(pages) })}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next" className={look}>
          {t('later')}
        </a>
      )}
    </nav>
  );
}
