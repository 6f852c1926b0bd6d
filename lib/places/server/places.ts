import { loadContent } from '@/lib/content/server/load-content';
import type { Place, Station } from '../schema';

/** All places, in the order of their ids. */
export async function loadPlaces(): Promise<Place[]> {
  const { places } = await loadContent();
  return [...places.values()].sort((a, b) => a.id.localeCompare(b.id));
}

/** One place by its id with its stations; undefined when there is none. */
export async function findPlace(
  id: string,
): Promise<{ place: Place; stations: { station: Station; exit: string | undefined }[] } | undefined> {
  const { places, stations } = await loadContent();
  const place = places.get(id);
  if (!place) return undefined;
  const near = place.stations.flatMap(({ id: stationId, exit }) => {
    const station = stations.get(stationId);
    return station ? [{ station, exit }] : [];
  });
  return { place, stations: near };
}
