import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { formatDate } from '@/lib/i18n/format';
import { locales } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';
import { absoluteUrl } from '@/lib/server/env';
import { loadSheet } from '@/lib/sketch/server/load-sheet';
import { toAtom } from '@/lib/walks/export/atom';
import { storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

/** New editions of the drawn sheets as an Atom feed, one per language. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/walks/maps.xml'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const [feed, t, page, walks] = await Promise.all([
    getTranslations({ locale, namespace: 'Feed' }),
    getTranslations({ locale, namespace: 'MapsPage' }),
    getTranslations({ locale, namespace: 'SheetPage' }),
    loadWalks(),
  ]);
  const sheets = await Promise.all(
    walks.map(async (measured) => ({ walk: measured.walk, sheet: await loadSheet(measured, locale) })),
  );
  const atom = toAtom({
    language: locale,
    title: t('title'),
    subtitle: t('description'),
    author: feed('author'),
    url: absoluteUrl(`/${locale}/walks/maps`),
    feedUrl: absoluteUrl(`/${locale}/walks/maps.xml`),
    entries: sheets.map(({ walk, sheet }) => ({
      // A new edition is a new entry: its address says which it is.
      url: absoluteUrl(`/${locale}/walks/${walk.id}/map?edition=${sheet.edition}`),
      title: storyOf(walk, locale).title,
      summary: page('edition', {
        edition: sheet.edition,
        date: formatDate(locale, sheet.date),
      }),
      updated: sheet.date,
    })),
  });
  return new Response(atom, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
