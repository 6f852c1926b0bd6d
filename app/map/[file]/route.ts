import type { FeatureCollection } from 'geojson';
import { loadContent } from '@/lib/content/server/load-content';
import { locales } from '@/lib/i18n/locales';
import { loadBase } from '@/lib/map/server/load-base';

const files = ['water.geojson', 'streets.geojson', 'stations.geojson'] as const;

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return files.map((file) => ({ file }));
}

async function loadStations(): Promise<FeatureCollection> {
  const { stations } = await loadContent();
  return {
    type: 'FeatureCollection',
    features: [...stations.values()].map(({ id, name, position }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [...position] },
      properties: Object.fromEntries(locales.map((locale) => [`name:${locale}`, name[locale]])),
    })),
  };
}

/** Layers of the drawn base for the map engine: /map/water.geojson and its siblings. */
export async function GET(_request: Request, { params }: RouteContext<'/map/[file]'>) {
  const { file } = await params;
  const base = await loadBase();
  const collection =
    file === 'water.geojson' ? base.water : file === 'streets.geojson' ? base.streets : await loadStations();
  return Response.json(collection, {
    headers: { 'Content-Type': 'application/geo+json', 'Cache-Control': 'public, max-age=86400' },
  });
}
