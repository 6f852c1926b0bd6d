import { distanceMeters, type LngLat } from '@/lib/geo/position';
import type { Cursor } from '../../requests-query';
import type { WireStatus } from '../../states';
import type { Store } from '../store';
import { openStates, type Published, selectPublished, toPublished } from './published';
import { boundsAround } from './within';

export interface PublishedFilter {
  kinds?: readonly string[] | undefined;
  district?: string | undefined;
  status?: WireStatus | undefined;
  near?: { position: LngLat; meters: number } | undefined;
  references?: readonly string[] | undefined;
  /** Received within these instants, both included. */
  from?: number | undefined;
  until?: number | undefined;
}

function select({ db }: Pick<Store, 'db'>, filter: PublishedFilter) {
  const { kinds, district, status, near, references, from, until } = filter;
  let query = selectPublished(db);
  if (kinds) query = query.where('request.kind', 'in', [...kinds]);
  if (district) query = query.where('request.district', '=', district);
  if (status) query = query.where('request.state', status === 'open' ? 'in' : 'not in', openStates);
  if (references) query = query.where('request.reference', 'in', [...references]);
  if (from !== undefined) query = query.where('request.received_at', '>=', from);
  if (until !== undefined) query = query.where('request.received_at', '<=', until);
  if (near) {
    const [west, south, east, north] = boundsAround(near.position, near.meters);
    query = query
      .where('request.lat', '>=', south)
      .where('request.lat', '<=', north)
      .where('request.lng', '>=', west)
      .where('request.lng', '<=', east);
  }
  return query;
}

const isNear = (near: PublishedFilter['near']) => (request: Published) =>
  !near || (request.position !== undefined && distanceMeters(request.position, near.position) <= near.meters);

/**
 * Published suggestions, newest first, `limit` at a time. `next` leads on where there are more: a suggestion published meanwhile moves nothing, as pages
 * are cut by time and not by number.
 */
export async function listPublished(
  store: Pick<Store, 'db'>,
  {
    filter = {},
    after,
    limit = 20,
  }: { filter?: PublishedFilter; after?: Cursor | undefined; limit?: number },
): Promise<{ requests: Published[]; next: Cursor | undefined }> {
  // PostgreSQL knows no empty list.
  if (filter.kinds?.length === 0 || filter.references?.length === 0) return { requests: [], next: undefined };
  const requests: Published[] = [];
  let place = after;
  for (;;) {
    let query = select(store, filter)
      .orderBy('request.received_at', 'desc')
      .orderBy('request.reference', 'desc')
      .limit(limit + 1);
    if (place) {
      const { receivedAt, reference } = place;
      query = query.where(({ or, and, eb }) =>
        or([
          eb('request.received_at', '<', receivedAt),
          and([eb('request.received_at', '=', receivedAt), eb('request.reference', '<', reference)]),
        ]),
      );
    }
    const rows = (await query.execute()).map(toPublished);
    // The corners of the box are not near: a page may need a second look to be full.
    requests.push(...rows.filter(isNear(filter.near)));
    const last = rows.at(-1);
    if (requests.length > limit || rows.length <= limit || !last) break;
    place = last;
  }
  const page = requests.slice(0, limit);
  const last = page.at(-1);
  return {
    requests: page,
    next:
      last && requests.length > limit
        ? { receivedAt: last.receivedAt, reference: last.reference }
        : undefined,
  };
}
