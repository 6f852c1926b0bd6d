import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { DataStatement } from '@/components/statements/data-statement';
import { StatementPage } from '@/components/statements/statement-page';
import { routing } from '@/lib/i18n/routing';

export async function generateMetadata({ params }: PageProps<'/[locale]/data'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'DataStatement' });
  return pageMetadata({ locale, path: '/data', title: t('title'), description: t('description') });
}

export default async function DataPage({ params }: PageProps<'/[locale]/data'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('DataStatement');
  return (
    <StatementPage locale={locale} path="/data" title={t('title')}>
      <DataStatement />
    </StatementPage>
  );
}
