import { coverageCollection, coverageTable } from '@/lib/circle/coverage-data';
import { loadCoverage } from '@/lib/circle/server/load-coverage';
import { openApi } from '@/lib/content/open-api';
import {
  placesCollection,
  servicesCollection,
  servicesTable,
  walksCollection,
} from '@/lib/content/open-data';
import { loadContent } from '@/lib/content/server/load-content';
import { absoluteUrl } from '@/lib/server/env';

/** What every file says, made when the portal is built: open data in all languages, WGS-84. */
const files: Record<string, () => Promise<object | string>> = {
  'walks.geojson': async () => walksCollection(await loadContent()),
  'places.geojson': async () => placesCollection(await loadContent()),
  'services.geojson': async () => servicesCollection(await loadContent()),
  'services.csv': async () => servicesTable(await loadContent()),
  'coverage.geojson': async () => coverageCollection(...(await coverageInput())),
  'coverage.csv': async () => coverageTable(...(await coverageInput())),
  'openapi.json': async () => openApi(absoluteUrl('')),
};

const types: Record<string, string> = {
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return Object.keys(files).map((file) => ({ file }));
}

export async function GET(_request: Request, { params }: RouteContext<'/data/[file]'>) {
  const { file } = await params;
  const said = await files[file]?.();
  return new Response(typeof said === 'string' ? said : JSON.stringify(said), {
    headers: {
      'Content-Type': types[file.split('.').at(-1) ?? ''] ?? 'text/plain',
      'Access-Control-Allow-Origin': '*',
    },
  });
}

async function coverageInput() {
  const coverage = await loadCoverage();
  if (!coverage) throw new Error('coverage needs the network');
  return [coverage.router, coverage.coverages, new Date().toISOString().slice(0, 10)] as const;
}
