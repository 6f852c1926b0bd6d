import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceCategory } from '@/lib/places/service';
import { at, makeSeries, namedNetwork, randomNetwork } from '@/lib/routing/fixtures/networks';
import type { Outage } from '@/lib/routing/outages';
import type { ProfileId } from '@/lib/routing/profiles';
import { Router } from '@/lib/routing/router';
import { askCircle, type CircleQuestion, type CircleReply, type CircleService } from './circle';

type Circle = Extract<CircleReply, { kind: 'circle' }>;

/** Wednesday noon in Chongqing. */
const NOON = Date.parse('2026-11-25T12:00:00+08:00');
const wide = { width: 3, surface: 'asphalt' } as const;

/** A street below, a street above, a stair and a lift between; a market below, a clinic above, a park far along. */
const router = new Router(
  namedNetwork(
    {
      a: [0, 0, 200],
      b: [200, 0, 200],
      c: [200, 60, 230],
      d: [400, 60, 230],
      e: [1500, 60, 230],
      f: [-300, 0, 200],
    },
    [
      { between: 'f-a', kind: 'footway', ...wide },
      { between: 'a-b', kind: 'footway', ...wide },
      { between: 'b-c', id: 'e-stairs', kind: 'steps', stepCount: 180, name: 'Long Stairs' },
      {
        between: 'b-c',
        id: 'e-lift',
        kind: 'elevator',
        waitSeconds: 30,
        rideSeconds: 20,
        openingHours: '07:00-22:00',
      },
      { between: 'c-d', kind: 'footway', ...wide },
      { between: 'd-e', kind: 'footway', ...wide },
    ],
  ),
);
const service = (
  id: string,
  category: ServiceCategory,
  x: number,
  y: number,
  openingHours?: string,
): CircleService => ({
  id,
  category,
  position: at(x, y),
  openingHours,
});
const services = [
  service('market', 'shopping', 150, 2, '06:00-18:00'),
  service('clinic', 'health', 300, 61),
  service('park', 'green', 1400, 62),
  service('school', 'education', -250, -1),
];
const lift: Outage = { notice: 'lift-repair', edges: ['e-lift'], from: 0, until: null };

/** The circle of a wheelchair around a start, and one service. */
const fromChair = (there: Router, one: CircleService, start: CircleQuestion['start']) =>
  askCircle(
    there,
    [one],
    {
      start,
      query: { profile: 'wheelchair', changes: {}, when: 'now' },
      minutes: 15,
      direction: 'from',
      now: NOON,
    },
    [],
  );

function ask(
  profile: ProfileId,
  change: Partial<CircleQuestion> & { when?: 'now' | 'any' } = {},
  outages: readonly Outage[] = [],
): Circle {
  const { when = 'now', ...rest } = change;
  const reply = askCircle(
    router,
    services,
    {
      start: at(10, 0),
      query: { profile, changes: {}, when },
      minutes: 15,
      direction: 'from',
      now: NOON,
      ...rest,
    },
    outages,
  );
  if (reply.kind !== 'circle') throw new Error(reply.kind);
  return reply;
}
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const scoreOf = ({ scores }: Circle, category: ServiceCategory) =>
  scores.find((score) => score.category === category);

describe('the circle of one person', () => {
  test('nearest first, with times that follow the ways', () => {
    const circle = ask('walk');
    expect(ids(circle.services)).toEqual(['market', 'school', 'clinic']);
    // 140 m on the flat at 1.25 m/s.
    expect(circle.services[0]?.seconds).toBeCloseTo(140 / 1.25, 0);
    expect(circle.lost).toEqual([]);
    expect(circle.meters).toBe(circle.walkerMeters);
    expect(circle.area.length).toBeGreaterThan(0);
  });
  test('the nearest beyond the circle is told; a category nobody has listed is another thing', () => {
    const circle = ask('walk');
    expect(scoreOf(circle, 'green')).toMatchObject({ nearest: { id: 'park' }, count: 0, known: 1 });
    expect(scoreOf(circle, 'toilet')).toMatchObject({ nearest: undefined, count: 0, known: 0 });
  });
  test('a chair goes up by the lift; when it is out of order the circle is smaller at once, and the stairs are why', () => {
    const whole = ask('wheelchair');
    expect(ids(whole.services)).toContain('clinic');
    const broken = ask('wheelchair', {}, [lift]);
    expect(broken.meters).toBeLessThan(whole.meters);
    expect(broken.areaSquareMeters).toBeLessThan(whole.areaSquareMeters);
    expect(broken.notices).toEqual(['lift-repair']);
    expect(broken.lost).toMatchObject([
      {
        id: 'clinic',
        reason: {
          kind: 'outage',
          notices: ['lift-repair'],
          barriers: [{ violation: 'outOfOrder', kind: 'elevator' }],
        },
      },
    ]);
    expect(ask('walk', {}, [lift]).lost).toEqual([]);
  });
  test('a lift that is out is why, although without it a walker comes no sooner', () => {
    const tower = new Router(
      namedNetwork(
        { a: [0, 0, 200], b: [100, 0, 200], c: [100, 60, 230], d: [200, 60, 230], e: [1600, 30, 215] },
        [
          { between: 'a-b', kind: 'footway', ...wide },
          {
            between: 'b-c',
            id: 'e-lift',
            kind: 'elevator',
            name: 'Cliff Lift',
            waitSeconds: 30,
            rideSeconds: 20,
          },
          { between: 'c-d', kind: 'footway', ...wide },
          { between: 'b-e', kind: 'footway', ...wide },
          { between: 'e-c', kind: 'footway', ...wide },
        ],
      ),
    );
    const from = (outages: readonly Outage[]) =>
      askCircle(
        tower,
        [service('clinic', 'health', 180, 61)],
        {
          start: at(10, 0),
          query: { profile: 'wheelchair', changes: {}, when: 'now' },
          minutes: 15,
          direction: 'from',
          now: NOON,
        },
        outages,
      );
    expect(from([])).toMatchObject({ services: [{ id: 'clinic' }], lost: [] });
    expect(from([lift])).toMatchObject({
      services: [],
      lost: [
        {
          id: 'clinic',
          walkerSeconds: Number.POSITIVE_INFINITY,
          reason: {
            kind: 'outage',
            notices: ['lift-repair'],
            barriers: [{ violation: 'outOfOrder', name: 'Cliff Lift' }],
          },
        },
      ],
    });
  });
  test('whoever is only slower hears so: the same way at their own pace', () => {
    const straight = new Router(
      namedNetwork({ a: [0, 0, 200], b: [1000, 0, 200] }, [{ between: 'a-b', kind: 'footway', ...wide }]),
    );
    const reply = fromChair(straight, service('clinic', 'health', 900, 1), at(0, 0));
    // 900 m at 0.8 m/s.
    expect(reply).toMatchObject({ lost: [{ reason: { kind: 'farther', barriers: [] } }] });
    const reason = reply.kind === 'circle' ? reply.lost[0]?.reason : undefined;
    expect(reason?.kind === 'farther' && reason.paceSeconds).toBeCloseTo(900 / 0.8, 0);
  });
  test('a notice counts by what it takes away and when: one that begins during the walk does, one beyond the circle or over by then does not', () => {
    const from = (minutes: number) => ({ ...lift, from: NOON + minutes * 60_000 });
    expect(ask('walk', {}, [from(10)]).notices).toEqual(['lift-repair']);
    expect(ask('walk', {}, [from(16)]).notices).toEqual([]);
    expect(ask('walk', {}, [{ ...lift, until: NOON - 60_000 }]).notices).toEqual([]);
    expect(ask('walk', { minutes: 1 }, [lift]).notices).toEqual([]);
    // Home by noon: what was over before one had to set out changes nothing, what ended on the way did.
    expect(ask('walk', { direction: 'to' }, [{ ...lift, until: NOON - 10 * 60_000 }]).notices).toEqual([
      'lift-repair',
    ]);
  });
  test('at night the lift is shut: the hour alone takes the upper street away', () => {
    const night = ask('wheelchair', { now: NOON + 11 * 3_600_000 });
    expect(ids(night.services)).not.toContain('clinic');
    expect(night.lost).toMatchObject([{ id: 'clinic', reason: { kind: 'closed' } }]);
    expect(ids(ask('wheelchair', { now: NOON + 11 * 3_600_000, when: 'any' }).services)).toContain('clinic');
  });
  test('what is lost names the barrier that loses it', () => {
    const stairs = new Router(
      namedNetwork({ a: [0, 0, 200], b: [100, 0, 200], c: [100, 60, 230], d: [200, 60, 230] }, [
        { between: 'a-b', kind: 'footway', ...wide },
        { between: 'b-c', kind: 'steps', stepCount: 180, name: 'Long Stairs' },
        { between: 'c-d', kind: 'footway', ...wide },
      ]),
    );
    const reply = fromChair(stairs, service('clinic', 'health', 180, 61), at(10, 0));
    expect(reply).toMatchObject({
      kind: 'circle',
      services: [],
      lost: [
        {
          id: 'clinic',
          reason: { kind: 'barred', barriers: [{ violation: 'steps', value: 180, name: 'Long Stairs' }] },
        },
      ],
    });
  });
  test('what only a long way round reaches names what bars the short one', () => {
    const round = new Router(
      namedNetwork(
        { a: [0, 0, 200], b: [100, 0, 200], c: [100, 60, 212], d: [200, 60, 212], e: [900, 30, 206] },
        [
          { between: 'a-b', kind: 'footway', ...wide },
          { between: 'b-c', kind: 'steps', stepCount: 75 },
          { between: 'c-d', kind: 'footway', ...wide },
          { between: 'b-e', kind: 'footway', ...wide },
          { between: 'e-c', kind: 'footway', ...wide },
        ],
      ),
    );
    const reply = fromChair(round, service('clinic', 'health', 180, 61), at(10, 0));
    expect(reply).toMatchObject({
      lost: [{ reason: { kind: 'farther', barriers: [{ violation: 'steps', value: 75 }] } }],
    });
  });
  test('doors are judged when one gets there', () => {
    const evening = ask('walk', { now: Date.parse('2026-11-25T17:59:00+08:00') });
    expect(evening.services.find(({ id }) => id === 'market')).toMatchObject({ isOpen: false });
    expect(ask('walk').services.find(({ id }) => id === 'market')).toMatchObject({ isOpen: true });
    expect(ask('walk').services.find(({ id }) => id === 'clinic')).toMatchObject({ isOpen: undefined });
  });
  test('coming back: down is quicker than up', () => {
    const [out, back] = (['from', 'to'] as const).map(
      (direction) =>
        ask('walk', { direction }, [lift]).services.find(({ id }) => id === 'clinic')?.seconds ?? Number.NaN,
    ) as [number, number];
    // 180 steps at 0.75 s up and 0.6 s down.
    expect(out - back).toBeCloseTo(180 * 0.15, 0);
  });
  test('a start in the river, and outside', () => {
    const from = (start: CircleQuestion['start']) =>
      askCircle(
        router,
        services,
        {
          start,
          query: { profile: 'walk', changes: {}, when: 'now' },
          minutes: 15,
          direction: 'from',
          now: NOON,
        },
        [],
      );
    expect(from(at(0, 600))).toMatchObject({ kind: 'off-network', nearest: {} });
    // Ten kilometres off there is still something to offer, a thousand off there is not.
    expect(from(at(10_000, 0))).toMatchObject({ kind: 'outside-area', nearest: {} });
    expect(from([121.47, 31.23])).toEqual({
      kind: 'outside-area',
      nearest: undefined,
      area: router.area,
    });
  });
});

describe('laws on random networks', () => {
  const town = (seed: number) => {
    const network = randomNetwork(seed, 10, 10);
    const random = makeSeries(seed + 1);
    const some = Array.from({ length: 20 }, (_, index) =>
      service(`s${index}`, 'health', random() * 450, random() * 450),
    );
    const start = at(random() * 450, random() * 450);
    const circle = (profile: ProfileId, minutes: number, changes = {}) => {
      const reply = askCircle(
        new Router(network),
        some,
        { start, query: { profile, changes, when: 'now' }, minutes, direction: 'from', now: NOON },
        [],
      );
      return reply.kind === 'circle' ? reply : undefined;
    };
    return circle;
  };
  test('more minutes never lose a service, and reach no less of the ways', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.constantFrom<ProfileId>('walk', 'elder', 'stroller', 'wheelchair'),
        (seed, profile) => {
          const circle = town(seed);
          const [short, long] = [circle(profile, 5), circle(profile, 15)];
          if (!short || !long) return;
          expect(ids(long.services)).toEqual(expect.arrayContaining(ids(short.services)));
          expect(long.meters).toBeGreaterThanOrEqual(short.meters - 1);
        },
      ),
      { numRuns: 60 },
    );
  });
  test('a tighter limit never gains a service', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const circle = town(seed);
        const [loose, tight] = [
          circle('powered', 10, { maxInclineUp: 0.12, maxInclineDown: 0.12 }),
          circle('powered', 10, { maxInclineUp: 0.04, maxInclineDown: 0.04 }),
        ];
        // Wheels also slow down near their limit, so only what the slower one reaches is compared.
        if (!loose || !tight || loose.start.edge !== tight.start.edge) return;
        expect(ids(loose.services)).toEqual(expect.arrayContaining(ids(tight.services)));
      }),
      { numRuns: 60 },
    );
  });
});
