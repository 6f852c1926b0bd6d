import type { Metadata } from 'next';
import { defaultLocale, type Locale, locales } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';

/** Metadata every page shares: canonical address, the same page in every language, and what chat programs show. */
export function pageMetadata({
  locale,
  path,
  title,
  description,
  image = `/${locale}/share.png`,
  imageAlt = '',
  feed = `/${locale}/feed.xml`,
}: {
  locale: Locale;
  /** Address without its language: '' for the home page. */
  path: string;
  title: string | { absolute: string };
  description: string;
  image?: string;
  imageAlt?: string;
  /** Address of what one subscribes to here. */
  feed?: string;
}): Metadata {
  const plainTitle = typeof title === 'string' ? title : title.absolute;
  return {
    title,
    description,
    alternates: {
      canonical: absoluteUrl(`/${locale}${path}`),
      languages: {
        ...Object.fromEntries(locales.map((other) => [other, absoluteUrl(`/${other}${path}`)])),
        'x-default': absoluteUrl(`/${defaultLocale}${path}`),
      },
      types: { 'application/atom+xml': absoluteUrl(feed) },
    },
    openGraph: {
      type: 'website',
      title: plainTitle,
      description,
      url: absoluteUrl(`/${locale}${path}`),
      locale: locale.replace('-', '_'),
      images: [{ url: absoluteUrl(image), width: 1200, height: 630, alt: imageAlt }],
    },
    twitter: { card: 'summary_large_image' },
  };
}
