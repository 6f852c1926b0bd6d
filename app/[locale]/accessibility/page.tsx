import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { AccessibilityStatement } from '@/components/statements/accessibility-statement';
import { StatementPage } from '@/components/statements/statement-page';
import { routing } from '@/lib/i18n/routing';

export async function generateMetadata({ params }: PageProps<'/[locale]/accessibility'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'AccessibilityStatement' });
  return pageMetadata({ locale, path: '/accessibility', title: t('title'), description: t('description') });
}

export default async function AccessibilityPage({ params }: PageProps<'/[locale]/accessibility'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('AccessibilityStatement');
  return (
    <StatementPage locale={locale} path="/accessibility" title={t('title')}>
      <AccessibilityStatement />
    </StatementPage>
  );
}
