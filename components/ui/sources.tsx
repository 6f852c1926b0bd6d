import { useLocale, useTranslations } from 'next-intl';
import { isAddress, sourceKindOf, sourceName, sourceNames } from '@/lib/content/source-name';
import { formatDate } from '@/lib/i18n/format';

interface SourcesProps {
  sources: readonly string[];
  /** ISO date. */
  checked: string;
}

/** Where the facts come from, and when they were checked. */
export function Sources({ sources, checked, position }: SourcesProps & { position?: string }) {
  const t = useTranslations('Sources');
  const locale = useLocale();
  const said = (source: string) => sourceName(source, (kind) => t(`kinds.${kind}`));
  return (
    <div className="text-sm text-soft">
      <p>{t('checked', { date: formatDate(locale, checked) })}</p>
      <ul className="mt-1 list-disc ps-5">
        {sources.map((source) => (
          <li key={source}>
            {isAddress(source) ? (
              <a href={source} rel="noopener noreferrer nofollow" className="inline-block py-0.5">
                {t('page', { host: said(source) })}
              </a>
            ) : (
              <span lang={sourceKindOf(source) ? undefined : 'en'}>{said(source)}</span>
            )}
          </li>
        ))}
        {position && <li>{t('position', { source: said(position) })}</li>}
      </ul>
    </div>
  );
}

/** The same on one line, for a single fact. */
export function SourceLine({ sources, checked }: SourcesProps) {
  const t = useTranslations('Sources');
  const locale = useLocale();
  return (
    <span className="text-sm text-soft">
      {sourceNames(sources, (kind) => t(`kinds.${kind}`))} ·{' '}
      {t('checked', { date: formatDate(locale, checked) })}
    </span>
  );
}
