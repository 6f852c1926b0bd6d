import type { MetadataRoute } from 'next';
import { loadContent } from '@/lib/content/server/load-content';
import { defaultLocale, locales } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';

const pages = [
  '',
  '/walks',
  '/walks/maps',
  '/places',
  '/route',
  '/circle',
  '/circle/coverage',
  '/feedback',
  '/feedback/track',
  '/feedback/requests',
  '/about',
  '/accessibility',
  '/privacy',
  '/data',
];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { walks, places } = await loadContent();
  const paths = [
    ...pages.map((path) => ({ path, lastModified: undefined })),
    ...walks.map(({ id, checked }) => ({ path: `/walks/${id}`, lastModified: checked })),
    ...walks.map(({ id, sheet }) => ({ path: `/walks/${id}/map`, lastModified: sheet.date })),
    ...[...places.values()].map(({ id, checked }) => ({ path: `/places/${id}`, lastModified: checked })),
  ];
  return paths.flatMap(({ path, lastModified }) => {
    const languages = {
      ...Object.fromEntries(locales.map((locale) => [locale, absoluteUrl(`/${locale}${path}`)])),
      'x-default': absoluteUrl(`/${defaultLocale}${path}`),
    };
    return locales.map((locale) => ({
      url: absoluteUrl(`/${locale}${path}`),
      alternates: { languages },
      ...(lastModified && { lastModified }),
    }));
  });
}
