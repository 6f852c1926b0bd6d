import { useLocale, useTranslations } from 'next-intl';
import { sourceKindOf } from '@/lib/content/source-words';
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
  const said = (source: string) => {
    const kind = sourceKindOf(source);
    return kind ? t(`kinds.${kind}`) : source;
  };
  return (
    <div className="text-sm text-soft">
      <p>{t('checked', { date: formatDate(locale, checked) })}</p>
      <ul className="mt-1 list-disc ps-5">
        {sources.map((source) => (
          <li key={source}>
            {isAddress(source) ? (
              <a href={source} rel="noopener noreferrer nofollow" className="inline-block py-0.5">
                {t('page', { host: hostOf(source) })}
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
  const said = sources.map((source) => {
    const kind = sourceKindOf(source);
    if (kind) return t(`kinds.${kind}`);
    return isAddress(source) ? hostOf(source) : source;
  });
  return (
    <span className="text-sm text-soft">
      {[...new Set(said)].join(' · ')} · {t('checked', { date: formatDate(locale, checked) })}
    </span>
  );
}

const isAddress = (source: string) => /^https?:\/\//.test(source);

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}
