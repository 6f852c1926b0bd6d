import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { LngLat } from '@/lib/geo/position';
import { type Area, areaFeatureSchema, codesAt, toArea } from '../area';

/** Codes of the administrative areas a point lies in: what the city's grids sort by. */
export const requestAreaSchema = z.strictObject({
  district: z.string(),
  street: z.string().optional(),
  community: z.string().optional(),
  grid: z.string().optional(),
});
export type RequestArea = z.infer<typeof requestAreaSchema>;

const collectionSchema = z.object({ features: z.array(areaFeatureSchema) });

/** The areas of a folder of GeoJSON; none where there is no such folder. Throws Error with the file that is wrong: the content check names the place. */
export async function readAreas(folder: string): Promise<Area[]> {
  const names = await readdir(/* turbopackIgnore: true */ folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.geojson')).sort();
  const areas = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(path.join(/* turbopackIgnore: true */ folder, name), 'utf8');
      const read = collectionSchema.safeParse(JSON.parse(text));
      if (!read.success) throw new Error(`content/areas/${name} is wrong: npm run content:check says where`);
      return read.data.features.map(toArea);
    }),
  );
  return areas.flat();
}

let loading: Promise<Area[]> | undefined;

/** The codes of the areas a point lies in; undefined where no district is known. The areas are read once per process. */
export async function findArea(position: LngLat): Promise<RequestArea | undefined> {
  loading ??= readAreas(path.join(process.cwd(), 'content/areas')).catch((error: unknown) => {
    // Codes are a help; a suggestion goes without them rather than not at all.
    console.error(error instanceof Error ? error.message : 'content/areas cannot be read');
    return [];
  });
  const { district, ...others } = codesAt(await loading, position);
  return district === undefined ? undefined : { district, ...others };
}
