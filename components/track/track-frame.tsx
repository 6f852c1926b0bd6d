import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { PageShell } from '../layout/page-shell';

/** Frame of the narrow pages around a tracking code. Their headings share one face. */
export function TrackFrame({
  locale,
  path,
  children,
}: {
  locale: Locale;
  path: string;
  children: ReactNode;
}) {
  return (
    <PageShell locale={locale} path={path} face="/feedback/track">
      <div className="mx-auto max-w-3xl px-4 pt-8 sm:px-6">{children}</div>
    </PageShell>
  );
}
