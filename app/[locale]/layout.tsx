import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { settingsScript } from '@/components/layout/settings-script';
import { localeDirections, locales } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';
import { environment } from '@/lib/server/env';
import '../globals.css';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ec' },
    { media: '(prefers-color-scheme: dark)', color: '#12191d' },
  ],
};

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'Site' });
  return {
    metadataBase: new URL(environment.SITE_URL),
    title: { default: t('title'), template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    manifest: '/manifest.webmanifest',
    icons: { icon: [{ url: '/icons/mark.svg', type: 'image/svg+xml' }], apple: '/icons/icon-180.png' },
    formatDetection: { telephone: false, address: false, email: false },
  };
}

/** Pages are fetched when a link is about to be followed (Chromium); others lose nothing. */
const speculationRules = JSON.stringify({
  prefetch: [
    { where: { and: [{ href_matches: '/*' }, { not: { href_matches: '/*\\.*' } }] }, eagerness: 'moderate' },
  ],
});

/** The few characters of the walks' seals, fetched only where a seal stands. */
const sealFace =
  '@font-face{font-family:"YuWalk Seal";src:url(/fonts/seal.woff2) format("woff2");font-weight:400 700;font-display:swap}';

export default async function LocaleLayout({
  children,
  params,
}: LayoutProps<'/[locale]'> & { children: ReactNode }) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale} dir={localeDirections[locale]} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, needed before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: settingsScript }} />
        <style>{sealFace}</style>
      </head>
      <body>
        {children}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant */}
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules }} />
      </body>
    </html>
  );
}
