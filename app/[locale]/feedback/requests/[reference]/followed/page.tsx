import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { FOLLOW_COOKIE, openFollow } from '@/app/_requests/follow-cookie';
import { kindName } from '@/app/_requests/to-shown';
import { FollowCard } from '@/components/feedback/requests/follow-card';
import { PageShell } from '@/components/layout/page-shell';
import { loadContent } from '@/lib/content/server/load-content';
import { isReference } from '@/lib/feedback/code';
import { findPublished } from '@/lib/feedback/server/public/find-published';
import { findFollow } from '@/lib/feedback/server/public/follow';
import { loadStore } from '@/lib/feedback/server/store';
import { routing } from '@/lib/i18n/routing';

type Props = PageProps<'/[locale]/feedback/requests/[reference]/followed'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'RequestPage' });
  return { title: t('followed.title'), robots: { index: false } };
}

/** The code of whoever has just said "me too", for an hour, also after a reload; for everybody else the suggestion itself. */
export default async function FollowedPage({ params }: Props) {
  const { locale, reference } = await params;
  if (!hasLocale(routing.locales, locale) || !isReference(reference)) notFound();
  setRequestLocale(locale);
  const [list, { kinds }, store, jar] = await Promise.all([
    getTranslations('RequestsPage'),
    loadContent(),
    loadStore(),
    cookies(),
  ]);
  const id = openFollow(store.vault, reference, jar.get(FOLLOW_COOKIE)?.value);
  const [request, receipt] = await Promise.all([
    findPublished(store, reference),
    id ? findFollow(store, id) : undefined,
  ]);
  if (!request) notFound();
  if (!receipt) redirect(`/${locale}/feedback/requests/${reference}`);
  return (
    <PageShell locale={locale} path={`/feedback/requests/${reference}`} face="/feedback/requests/one">
      <div className="mx-auto max-w-4xl px-4 pt-8 sm:px-6">
        <FollowCard
          reference={reference}
          code={receipt.code}
          hasNews={receipt.hasNews}
          kind={kindName(kinds, request.kind, locale)}
          place={request.address ?? list('noPlace')}
        />
      </div>
    </PageShell>
  );
}
