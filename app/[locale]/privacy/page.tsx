import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { PrivacyStatement } from '@/components/statements/privacy-statement';
import { StatementPage } from '@/components/statements/statement-page';
import { routing } from '@/lib/i18n/routing';

export async function generateMetadata({ params }: PageProps<'/[locale]/privacy'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'PrivacyStatement' });
  return pageMetadata({ locale, path: '/privacy', title: t('title'), description: t('description') });
}

export default async function PrivacyPage({ params }: PageProps<'/[locale]/privacy'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('PrivacyStatement');
  return (
    <StatementPage locale={locale} path="/privacy" title={t('title')}>
      <PrivacyStatement />
    </StatementPage>
  );
}
