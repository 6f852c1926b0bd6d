import { loadBase, loadStationPoints } from '@/lib/map/server/load-base';

const layers = ['water', 'streets', 'ways', 'parks', 'edge', 'stations'] as const;

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return layers.map((layer) => ({ file: `${layer}.geojson` }));
}

/** Layers of the drawn base for the map engine: /map/water.geojson and its siblings. */
export async function GET(_request: Request, { params }: RouteContext<'/map/[file]'>) {
  const { file } = await params;
  const layer = layers.find((name) => file === `${name}.geojson`);
  if (!layer) return new Response(null, { status: 404 });
  const collection = layer === 'stations' ? await loadStationPoints() : (await loadBase())[layer];
  return Response.json(collection, {
    headers: { 'Content-Type': 'application/geo+json', 'Cache-Control': 'public, max-age=86400' },
  });
}
