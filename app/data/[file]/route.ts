import type { Content } from '@/lib/content/check';
import {
  placesCollection,
  servicesCollection,
  servicesTable,
  walksCollection,
} from '@/lib/content/open-data';
import { loadContent } from '@/lib/content/server/load-content';

const collections = {
  'walks.geojson': walksCollection,
  'places.geojson': placesCollection,
  'services.geojson': servicesCollection,
} satisfies Record<string, (content: Content) => object>;
const tables = { 'services.csv': servicesTable } satisfies Record<string, (content: Content) => string>;

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return Object.keys({ ...collections, ...tables }).map((file) => ({ file }));
}

/** Open data in all languages, WGS-84: /data/walks.geojson, /data/places.geojson, /data/services.geojson and .csv. */
export async function GET(_request: Request, { params }: RouteContext<'/data/[file]'>) {
  const { file } = await params;
  const content = await loadContent();
  const headers = { 'Access-Control-Allow-Origin': '*' };
  if (file in tables)
    return new Response(tables[file as keyof typeof tables](content), {
      headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' },
    });
  return Response.json(collections[file as keyof typeof collections](content), {
    headers: { ...headers, 'Content-Type': 'application/geo+json; charset=utf-8' },
  });
}
