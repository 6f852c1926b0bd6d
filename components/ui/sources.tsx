import { useLocale, useTranslations } from 'next-intl';
import { isAddress, sourceName, sourceNames } from '@/lib/content/source-name';
import { formatDate } from '@/lib/i18n/format';

/** Where the facts come from, and when they were checked. */
export function Sources({ sources, checked }: { sources: readonly string[]; checked: string }) {
  const t = useTranslations('Sources');
  const locale = useLocale();
  return (
    <div className="text-sm text-soft">
      <p>{t('checked', { date: formatDate(locale, checked) })}</p>
      <ul className="mt-1 list-disc ps-5">
        {sources.map((source) => (
          <li key={source}>
            {isAddress(source) ? (
              <a href={source} rel="noopener noreferrer nofollow" className="inline-block py-0.5">
                {t('page', { host: sourceName(source) })}
              </a>
            ) : (
              <span lang="en">{source}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same on one line, for a single fact. */
export function SourceLine({ sources, checked }: { sources: readonly string[]; checked: string }) {
  const t = useTranslations('Sources');
  const locale = useLocale();
  return (
    <span className="text-sm text-soft">
      {sourceNames(sources)} · {t('checked', { date: formatDate(locale, checked) })}
    </span>
  );
}
