import { placesCollection, walksCollection } from '@/lib/content/open-data';
import { loadContent } from '@/lib/content/server/load-content';

const files = ['walks.geojson', 'places.geojson'] as const;

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return files.map((file) => ({ file }));
}

/** Open data in all languages: /data/walks.geojson and /data/places.geojson, WGS-84. */
export async function GET(_request: Request, { params }: RouteContext<'/data/[file]'>) {
  const { file } = await params;
  const content = await loadContent();
  const collection = file === 'walks.geojson' ? walksCollection(content) : placesCollection(content);
  return Response.json(collection, {
    headers: { 'Content-Type': 'application/geo+json; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
  });
}
