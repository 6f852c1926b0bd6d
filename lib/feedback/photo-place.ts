import { load } from 'exifreader';
import { cityBounds } from '@/lib/geo/city';
import { containsPosition, type LngLat } from '@/lib/geo/position';

/**
 * Where the first of some photos was taken that says so, as its EXIF has it (WGS-84). Undefined where none says it, or only places outside the city. It is
 * read on the device and kept nowhere: who adds a photo may use it.
 */
export async function findPhotoPlace(files: readonly Blob[]): Promise<LngLat | undefined> {
  for (const file of files) {
    const place = await readPlace(file).catch(() => undefined);
    if (place && containsPosition(cityBounds, place)) return place;
  }
  return undefined;
}

async function readPlace(file: Blob): Promise<LngLat | undefined> {
  const { gps } = load(await file.arrayBuffer(), { expanded: true });
  return gps?.Longitude === undefined || gps.Latitude === undefined
    ? undefined
    : [gps.Longitude, gps.Latitude];
}
