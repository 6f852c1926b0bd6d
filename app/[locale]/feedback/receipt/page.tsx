import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ReceiptCard } from '@/components/feedback/receipt-card';
import { PageShell } from '@/components/layout/page-shell';
import { DRAFT_COOKIE, findDraft } from '@/lib/feedback/server/drafts';
import { loadStore } from '@/lib/feedback/server/store';
import { findReceipt } from '@/lib/feedback/server/submit';
import { routing } from '@/lib/i18n/routing';
import { environment } from '@/lib/server/env';

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/feedback/receipt'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'FeedbackForm' });
  return { title: t('receipt.title'), robots: { index: false } };
}

/** The receipt of what was just sent without scripts, for whoever holds the draft's cookie: a day long, also after a reload. */
export default async function ReceiptPage({ params }: PageProps<'/[locale]/feedback/receipt'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [store, jar] = await Promise.all([loadStore(), cookies()]);
  const kept = await findDraft(store, jar.get(DRAFT_COOKIE)?.value);
  const receipt = kept?.reference ? await findReceipt(store, kept.draft.key) : undefined;
  if (!receipt) redirect(`/${locale}/feedback`);
  return (
    <PageShell locale={locale} path="/feedback">
      <div className="mx-auto max-w-4xl px-4 pt-8 sm:px-6">
        <ReceiptCard {...receipt} site={environment.SITE_URL} />
      </div>
    </PageShell>
  );
}
