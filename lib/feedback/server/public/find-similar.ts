import { distanceMeters, type LngLat } from '@/lib/geo/position';
import type { Store } from '../store';
import { openStates, type Published, selectPublished, toPublished } from './published';
import { boundsAround } from './within';

/** How near a suggestion is taken to be perhaps about the same, metres. */
export const SIMILAR_METERS = 250;
const MOST_SIMILAR = 5;

export interface Similar extends Published {
  distanceMeters: number;
  daysOpen: number;
}

/** Published suggestions of the same kind nearby that the city has not yet answered, nearest first: perhaps somebody has already said it. */
export async function findSimilar(
  { db }: Pick<Store, 'db'>,
  { kind, position, now = Date.now() }: { kind: string; position: LngLat; now?: number },
): Promise<Similar[]> {
  const [west, south, east, north] = boundsAround(position, SIMILAR_METERS);
  const rows = await selectPublished(db)
    .where('request.kind', '=', kind)
    .where('request.lat', '>=', south)
    .where('request.lat', '<=', north)
    .where('request.lng', '>=', west)
    .where('request.lng', '<=', east)
    .where('request.state', 'in', openStates)
    .execute();
  return rows
    .map(toPublished)
    .map((request) => ({
      ...request,
      distanceMeters: request.position
        ? distanceMeters(request.position, position)
        : Number.POSITIVE_INFINITY,
      daysOpen: Math.max(0, Math.floor((now - request.receivedAt) / 86_400_000)),
    }))
    .filter((request) => request.distanceMeters <= SIMILAR_METERS)
    .sort((a, b) => a.distanceMeters - b.distanceMeters || a.receivedAt - b.receivedAt)
    .slice(0, MOST_SIMILAR);
}
