import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { PageShell } from '../layout/page-shell';

/** Frame of a statement: one readable column. */
export function StatementPage({
  locale,
  path,
  title,
  children,
}: {
  locale: Locale;
  path: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <PageShell locale={locale} path={path}>
      <article className="story mx-auto max-w-3xl px-4 pt-8 sm:px-6">
        <h1 className="text-4xl">{title}</h1>
        {children}
      </article>
    </PageShell>
  );
}
