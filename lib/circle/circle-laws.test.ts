import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CostModel } from '@/lib/routing/cost';
import { at, makeSeries, randomNetwork } from '@/lib/routing/fixtures/networks';
import { type Profile, profiles } from '@/lib/routing/profiles';
import { Router } from '@/lib/routing/router';
import type { Snap } from '@/lib/routing/search';
import { askCircle, type CircleQuestion, type CircleReply, type CircleService } from './circle';
import { placeServices } from './placed-services';

/** Wednesday noon in Chongqing. */
const NOON = Date.parse('2026-11-25T12:00:00+08:00');
const NOON_MINUTE = 2 * 24 * 60 + 12 * 60;
type Circle = Extract<CircleReply, { kind: 'circle' }>;
type Changes = CircleQuestion['query']['changes'];

function town(seed: number) {
  const router = new Router(randomNetwork(seed, 8, 8));
  const random = makeSeries(seed + 1);
  const spot = () => at(random() * 370, random() * 370);
  const services = Array.from(
    { length: 15 },
    (_, index): CircleService => ({ id: `s${index}`, category: 'health', position: spot() }),
  );
  return { router, services, start: spot() };
}

function ask(
  { router, services, start }: ReturnType<typeof town>,
  profile: CircleQuestion['query']['profile'],
  change: Partial<CircleQuestion> = {},
  changes: Changes = {},
): Circle | undefined {
  const reply = askCircle(
    router,
    services,
    { start, query: { profile, changes, when: 'now' }, minutes: 5, direction: 'from', now: NOON, ...change },
    [],
  );
  return reply.kind === 'circle' ? reply : undefined;
}

/** Seconds of the way the router's own search finds between two places, for somebody who counts nothing but time. */
function secondsBetween(
  router: Router,
  a: Snap,
  b: Snap,
  profile: Profile,
  direction: 'from' | 'to',
): number {
  const clock = direction === 'to' ? { arriveMinute: NOON_MINUTE } : { departMinute: NOON_MINUTE };
  const model = new CostModel(router.network, profile, clock);
  const [from, to] = direction === 'to' ? [b, a] : [a, b];
  return router.search.findPath(from, to, model)?.seconds ?? Number.POSITIVE_INFINITY;
}

describe('what the circle says is what a way there says', () => {
  test.each(['from', 'to'] as const)('every service, %s', (direction) => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.constantFrom<'walk' | 'wheelchair' | 'powered'>('walk', 'wheelchair', 'powered'),
        (seed, id) => {
          const place = town(seed);
          const circle = ask(place, id, { direction }, { unknown: 'assume' });
          if (!circle) return;
          const profile: Profile = { ...profiles[id], unknown: 'assume' };
          const { sides } = placeServices(place.router, place.services);
          const seconds = place.services.map((_, index) =>
            Math.min(
              ...(sides[index] ?? []).map((side) =>
                secondsBetween(place.router, circle.start, side, profile, direction),
              ),
            ),
          );
          const told = new Map(circle.services.map((service) => [service.id, service.seconds]));
          place.services.forEach(({ id: name }, index) => {
            const time = seconds[index] as number;
            const said = told.get(name);
            if (time < 299) expect(said, `${seed} ${id} ${name} by a way ${time}`).toBeDefined();
            if (said !== undefined)
              expect(Math.abs(said - time), `${seed} ${id} ${name} ${said} ${time}`).toBeLessThan(0.1);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
  test('whoever loses something because it is farther needs more than the time', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.constantFrom<'wheelchair' | 'elder' | 'stroller'>('wheelchair', 'elder', 'stroller'),
        (seed, id) => {
          for (const { id: name, reason } of ask(town(seed), id)?.lost ?? [])
            if (reason.kind === 'farther')
              expect(reason.seconds, `${seed} ${id} ${name}`).toBeGreaterThan(300);
            else if (reason.kind === 'barred')
              expect(reason.barriers.length, `${seed} ${id} ${name} barred`).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });
});
