import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { Footer } from './footer';
import { Header } from './header';
import { HeadingFace } from './heading-face';

/** Header, one main, footer. `path` is the page's address without its language, so that the language switch stays on the page. */
export function PageShell({
  locale,
  path,
  search = '',
  face = path,
  children,
}: {
  locale: Locale;
  path: string;
  /** What the page was asked, for the same switch; where scripts run they know it (settings-script.ts). */
  search?: string;
  /** The address under which the heading face was cut, for pages that are not known when the portal is built. */
  face?: string;
  children: ReactNode;
}) {
  const t = useTranslations('PageShell');
  return (
    <>
      <HeadingFace locale={locale} path={face} />
      <a
        href="#main"
        className="absolute start-3 top-3 z-50 -translate-y-24 bg-raised px-4 py-2 shadow-card focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <Header locale={locale} path={path} search={search} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <Footer locale={locale} />
    </>
  );
}
