import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/server/load-content';
import { packAuthored } from '@/lib/routing/authored';
import type { ProfileId } from '@/lib/routing/profiles';
import { formatRouteQuery, parseRouteQuery, profileOf } from '@/lib/routing/route-query';
import { Router } from '@/lib/routing/router';
import { askCircle, type LostService } from './circle';
import type { CircleQuery } from './circle-query';
import { SIDE_METERS } from './placed-services';
import { wayThere } from './way-there';

/** Wednesday, ten in the morning. */
const TEN = Date.parse('2026-11-25T10:00:00+08:00');
const { network, services, places } = await loadContent();
const { nodes, edges } = network.features;
const router = new Router(packAuthored(nodes, edges, '2026-11-25'));
const everybody: ProfileId[] = ['walk', 'elder', 'luggage', 'stroller', 'wheelchair', 'powered'];

/** What the page of a way says to the link beside a service, read from its address. */
function wayOf(query: CircleQuery, entry: Parameters<typeof wayThere>[1]) {
  const address = Object.fromEntries(formatRouteQuery(wayThere(query, entry)));
  const { query: asked, ignored } = parseRouteQuery(address, () => true);
  expect(ignored).toEqual([]);
  const positionOf = (end: (typeof asked)['from']) =>
    end?.kind === 'position' ? end.position : end && places.get(end.id)?.position;
  const [from, to] = [positionOf(asked.from), positionOf(asked.to)];
  if (!from || !to) throw new Error('an end is missing');
  return router.findRoute({ from, to, profile: profileOf(asked), seeksRelaxations: false });
}

const starts = [
  'jiefangbei',
  'renmin-park',
  'kaixuan-lift',
  'luohansi',
  'dongshuimen-bridge',
  'tongyuanmen',
  'shibati',
  'lianglukou',
  'huguang',
  'great-hall',
  'shangqingsi',
  'renaitang',
  'jintangmen',
];

describe.each(starts)('from %s', (id) => {
  const start = places.get(id)?.position;
  if (!start) throw new Error(`no place ${id}`);
  test.each(everybody)('the way there takes the minutes of the circle, %s', (profile) => {
    for (const direction of ['from', 'to'] as const) {
      const query: CircleQuery = {
        profile,
        changes: {},
        when: 'any',
        direction,
        minutes: 15,
        categories: [],
        start: { kind: 'place', id },
      };
      const circle = askCircle(router, services, { start, query, minutes: 15, direction, now: TEN }, []);
      if (circle.kind !== 'circle') throw new Error(circle.kind);
      for (const { id: service, seconds, entry } of [...circle.services, ...circle.lost.flatMap(farther)]) {
        const way = wayOf(query, entry.position);
        expect(way.kind, `${service} ${direction}`).toBe('route');
        // An address names places to a metre.
        if (way.kind === 'route')
          expect(Math.abs(way.route.seconds - seconds), `${service} ${direction}`).toBeLessThan(6);
      }
      // A way put down within 40 m of what cannot be come to says how far off it ends.
      for (const { id: service, reason, entry } of circle.lost) {
        if (reason.kind !== 'barred') continue;
        const way = wayOf(query, entry.position);
        if (way.kind === 'route')
          expect(way[direction === 'to' ? 'from' : 'to'].meters, service).toBeGreaterThan(SIDE_METERS);
        else expect(way.kind, service).toBe('barred');
      }
    }
  });
});

const farther = ({ id, entry, reason }: LostService) =>
  reason.kind === 'farther' ? [{ id, entry, seconds: reason.seconds }] : [];
