import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { AboutStatement } from '@/components/statements/about-statement';
import { StatementPage } from '@/components/statements/statement-page';
import { routing } from '@/lib/i18n/routing';

export async function generateMetadata({ params }: PageProps<'/[locale]/about'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'AboutStatement' });
  return pageMetadata({ locale, path: '/about', title: t('title'), description: t('description') });
}

export default async function AboutPage({ params }: PageProps<'/[locale]/about'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('AboutStatement');
  return (
    <StatementPage locale={locale} path="/about" title={t('title')}>
      <AboutStatement />
    </StatementPage>
  );
}
