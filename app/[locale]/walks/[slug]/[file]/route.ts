import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { loadContent } from '@/lib/content/server/load-content';
import { locales } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';
import { absoluteUrl } from '@/lib/server/env';
import { toWalkGeoJson } from '@/lib/walks/export/geojson';
import { toGpx } from '@/lib/walks/export/gpx';
import { toKml } from '@/lib/walks/export/kml';
import { toWalkTrack, type WalkTrack } from '@/lib/walks/export/walk-track';
import { findWalk, loadWalks, loadWaypoints } from '@/lib/walks/server/walks';

const formats: Record<string, { type: string; write: (track: WalkTrack) => string }> = {
  gpx: { type: 'application/gpx+xml', write: toGpx },
  kml: { type: 'application/vnd.google-earth.kml+xml', write: toKml },
  geojson: { type: 'application/geo+json', write: (track) => `${JSON.stringify(toWalkGeoJson(track))}\n` },
};

export const dynamic = 'force-static';

export async function generateStaticParams() {
  const walks = await loadWalks();
  return locales.flatMap((locale) =>
    walks.flatMap(({ id }) =>
      Object.keys(formats).map((ending) => ({ locale, slug: id, file: `${id}.${ending}` })),
    ),
  );
}

/** A walk as a file: /<locale>/walks/<slug>/<slug>.gpx, .kml, .geojson. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/walks/[slug]/[file]'>) {
  const { locale, slug, file } = await params;
  const ending = file.startsWith(`${slug}.`) ? file.slice(slug.length + 1) : '';
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  const measured = await findWalk(slug);
  if (!hasLocale(routing.locales, locale) || !format || !measured) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'WalkFile' });
  const track = toWalkTrack({
    locale,
    measured,
    waypoints: await loadWaypoints(measured),
    network: (await loadContent()).network,
    url: absoluteUrl(`/${locale}/walks/${slug}`),
    credit: t('credit'),
    datumNote: t('datum'),
  });
  return new Response(format.write(track), {
    headers: {
      'Content-Type': `${format.type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${slug}-${locale}.${ending}"`,
    },
  });
}
