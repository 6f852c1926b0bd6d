import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';

const statements = ['about', 'accessibility', 'privacy', 'data'] as const;

/** Site numbers are settings of the installation: shown when given. */
const records = [process.env.SITE_ICP, process.env.SITE_POLICE_RECORD].filter((record) => record?.trim());

export function Footer({ locale }: { locale: Locale }) {
  const t = useTranslations('Footer');
  return (
    <footer className="mt-20 border-t border-rule bg-sunk">
      <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 py-8 sm:px-6">
        <nav aria-label={t('navigation')}>
          <ul className="-mx-3 flex flex-wrap">
            {statements.map((page) => (
              <li key={page}>
                <a href={`/${locale}/${page}`} className="flex min-h-target items-center px-3">
                  {t(page)}
                </a>
              </li>
            ))}
            <li>
              <a href={`/${locale}/feed.xml`} className="flex min-h-target items-center px-3">
                {t('feed')}
              </a>
            </li>
          </ul>
        </nav>
        <p className="max-w-prose text-sm text-soft">{t('credit')}</p>
        {records.length > 0 && <p className="text-sm text-soft">{records.join(' · ')}</p>}
      </div>
    </footer>
  );
}
