import type { LngLat } from '@/lib/geo/position';
import type { RouteEnd, RouteQuery } from '@/lib/routing/route-query';
import type { CircleQuery } from './circle-query';

/**
 * The question for the way a circle counted: from its start as the person named it to the side by which it comes to a service, and by time alone.
 * Asked so, the answer has the circle's minutes.
 */
export function wayThere(
  { profile, changes, when, minute, date, direction, start }: CircleQuery,
  entry: LngLat,
): RouteQuery {
  const there: RouteEnd = { kind: 'position', position: entry };
  const [from, to] = direction === 'to' ? [there, start] : [start, there];
  return {
    profile,
    changes,
    when,
    ...(minute !== undefined && { minute }),
    ...(date !== undefined && { date }),
    prefer: 'time-only',
    ...(from && { from }),
    ...(to && { to }),
  };
}
