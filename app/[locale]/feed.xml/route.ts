import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { locales } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';
import { absoluteUrl } from '@/lib/server/env';
import { toAtom } from '@/lib/walks/export/atom';
import { storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

/** The walks as an Atom feed, one per language. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/feed.xml'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'Feed' });
  const walks = await loadWalks();
  const feed = toAtom({
    language: locale,
    title: t('title'),
    subtitle: t('subtitle'),
    author: t('author'),
    url: absoluteUrl(`/${locale}/walks`),
    feedUrl: absoluteUrl(`/${locale}/feed.xml`),
    entries: walks.map(({ walk }) => ({
      url: absoluteUrl(`/${locale}/walks/${walk.id}`),
      title: storyOf(walk, locale).title,
      summary: storyOf(walk, locale).summary,
      updated: walk.checked,
    })),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
