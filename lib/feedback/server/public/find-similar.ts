import { distanceMeters, type LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';
import { type RequestState, wholeDays } from '../../states';
import type { Store } from '../store';
import { listPhotos } from './photos';
import { openStates, selectPublished, toPublished } from './published';
import { boundsAround } from './within';

/** How near a suggestion is taken to be perhaps about the same, metres. */
export const SIMILAR_METERS = 250;
const MOST_SIMILAR = 5;

/** One of them, as shown to somebody who is about to say the same. */
export interface Similar {
  reference: string;
  description: string;
  /** The language it was written in. */
  language: Locale;
  state: RequestState;
  receivedAt: number;
  meters: number;
  /** Name of what stands there. */
  address: string | null;
  /** Id of its first published photo. */
  photo: string | null;
  followers: number;
  daysOpen: number;
}

/** Published suggestions of the same kind nearby that the city has not yet answered, nearest first: perhaps somebody has already said it. */
export async function findSimilar(
  store: Pick<Store, 'db'>,
  { kind, position, now = Date.now() }: { kind: string; position: LngLat; now?: number },
): Promise<Similar[]> {
  const [west, south, east, north] = boundsAround(position, SIMILAR_METERS);
  const rows = await selectPublished(store.db)
    .where('request.kind', '=', kind)
    .where('request.lat', '>=', south)
    .where('request.lat', '<=', north)
    .where('request.lng', '>=', west)
    .where('request.lng', '<=', east)
    .where('request.state', 'in', openStates)
    .execute();
  const nearest = rows
    .map(toPublished)
    .flatMap((request) =>
      request.position ? { request, meters: distanceMeters(request.position, position) } : [],
    )
    .filter(({ meters }) => meters <= SIMILAR_METERS)
    .sort((a, b) => a.meters - b.meters || a.request.receivedAt - b.request.receivedAt)
    .slice(0, MOST_SIMILAR);
  const photos = await listPhotos(
    store,
    nearest.map(({ request }) => request.reference),
  );
  return nearest.map(({ request, meters }) => ({
    reference: request.reference,
    description: request.description,
    language: request.language,
    state: request.state,
    receivedAt: request.receivedAt,
    meters,
    address: request.address ?? null,
    photo: photos.find(({ reference }) => reference === request.reference)?.id ?? null,
    followers: request.followers,
    daysOpen: wholeDays(now - request.receivedAt),
  }));
}
