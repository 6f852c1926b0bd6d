import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CostModel } from './cost';
import { at, namedNetwork, randomNetwork } from './fixtures/networks';
import { weekMinuteOf } from './opening-hours';
import { type Profile, profileIds, profiles } from './profiles';
import { Router } from './router';

const noon = 12 * 60;

/** Lower street a–b, upper street c–d, 32 m apart: stairs, a lift that closes at night, and a steep ramp with a raised kerb. */
const cliff = namedNetwork(
  {
    a: [0, 0, 200],
    b: [100, 0, 200],
    c: [100, 60, 232],
    d: [200, 60, 232],
    e: [0, 300, 216],
    f: [120, 60, 232],
  },
  [
    { between: 'a-b', kind: 'footway', surface: 'asphalt', width: 3, name: '下街' },
    { between: 'b-c', kind: 'steps', stepCount: 200, handrail: 'right', name: '大梯' },
    { between: 'c-f', kind: 'footway', surface: 'asphalt', width: 3, name: '上街' },
    { between: 'f-d', kind: 'footway', surface: 'asphalt', width: 3, name: '上街' },
    {
      between: 'b-f',
      kind: 'elevator',
      lengthMeters: 4,
      openingHours: '07:00-22:00',
      waitSeconds: 60,
      rideSeconds: 20,
      fee: 1,
      name: '电梯',
    },
    { between: 'a-e', kind: 'footway', surface: 'asphalt', width: 1.5, name: '坡道' },
    { between: 'e-c', kind: 'footway', surface: 'asphalt', width: 1.5, incline: 0.11, name: '坡道' },
  ],
);
const router = new Router(cliff);
const ask = (id: (typeof profileIds)[number], extra: Partial<Parameters<Router['findRoute']>[0]> = {}) =>
  router.findRoute({ from: at(10, 1), to: at(190, 61), profile: profiles[id], departMinute: noon, ...extra });

describe('answers', () => {
  test('a walker takes the lift by day, and is told what it costs', () => {
    const result = ask('walk');
    expect(result.kind).toBe('route');
    if (result.kind !== 'route') return;
    expect(result.route.legs.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'footway 下街',
      'elevator 电梯',
      'footway 上街',
    ]);
    expect(result.route.fee).toBe(1);
    expect(result.route.ascent).toBeCloseTo(0, 3);
    expect(result.route.seconds).toBeCloseTo(90 / 1.25 + 80 + 70 / 1.25, 0);
  });
  test('without a fare the walker climbs: steps are counted up, and down on the way back', () => {
    const up = ask('walk', { noFare: true });
    const down = router.findRoute({ from: at(190, 61), to: at(10, 1), profile: profiles.walk, noFare: true });
    if (up.kind !== 'route' || down.kind !== 'route') throw new Error('a route is wanted');
    expect([up.route.stepsUp, up.route.stepsDown]).toEqual([200, 0]);
    expect([down.route.stepsUp, down.route.stepsDown]).toEqual([0, 200]);
    expect(up.route.ascent).toBeCloseTo(down.route.descent, 3);
    expect(up.route.legs[1]?.handrail).toBe('right');
    expect(down.route.legs[1]?.handrail).toBe('left');
  });
  test('a chair takes the lift by day', () => {
    const result = ask('wheelchair');
    expect(result.kind === 'route' && result.route.legs.some(({ kind }) => kind === 'elevator')).toBe(true);
  });
  test('a chair at 23:00 is told when the lift opens', () => {
    const result = ask('wheelchair', { departMinute: 23 * 60 });
    expect(result.kind).toBe('closed-now');
    if (result.kind !== 'closed-now') return;
    expect(result.opensInMinutes).toBeGreaterThan(7 * 60 + 55);
    expect(result.opensInMinutes).toBeLessThanOrEqual(8 * 60);
    expect(result.best.barriers[0]).toMatchObject({ violation: 'closed', kind: 'elevator', name: '电梯' });
  });
  test('hours are judged at the time of arrival, not of departure', () => {
    // 90 m before the lift take the chair nearly two minutes.
    expect(ask('wheelchair', { departMinute: 21 * 60 + 59 }).kind).toBe('closed-now');
    expect(ask('wheelchair', { departMinute: 21 * 60 + 50 }).kind).toBe('route');
    expect(ask('wheelchair', { departMinute: 6 * 60 + 59 }).kind).toBe('route');
  });
  test('a lift out of order: closed with no known end', () => {
    const result = ask('wheelchair', { outages: new Map([[cliff.edge('b-f'), [[-Infinity, Infinity]]]]) });
    expect(result).toMatchObject({ kind: 'closed-now', opensInMinutes: Number.POSITIVE_INFINITY });
  });
  test('an outage counts at the time of arrival, and its end is told', () => {
    const lift = cliff.edge('b-f');
    const outage = (from: number, until: number) =>
      ask('wheelchair', { departMinute: undefined, outages: new Map([[lift, [[from, until]]]]) });
    // The chair takes nearly two minutes to the lift.
    expect(outage(0, 1).kind).toBe('route');
    expect(outage(3, 60).kind).toBe('route');
    expect(outage(1, 60)).toMatchObject({ kind: 'closed-now', opensInMinutes: expect.closeTo(60 - 1.88, 1) });
    const twice = ask('wheelchair', {
      outages: new Map([
        [
          lift,
          [
            [40, 50],
            [0, 40],
          ],
        ],
      ]),
    });
    expect(twice).toMatchObject({ opensInMinutes: expect.closeTo(50 - 1.88, 1) });
  });
  test('to be there at a time: hours and outages are judged when each way is entered', () => {
    const day = ask('wheelchair');
    if (day.kind !== 'route') throw new Error('a route is wanted');
    const after = day.route.seconds / 60 - 1.875;
    const arrive = (arriveMinute: number, more: Partial<Parameters<Router['findRoute']>[0]> = {}) =>
      ask('wheelchair', { departMinute: undefined, arriveMinute, ...more });
    // The lift is entered `after` minutes before the arrival.
    expect(arrive(22 * 60 + after - 0.1)).toMatchObject({ kind: 'route', route: day.route });
    expect(arrive(7 * 60 + after + 0.1).kind).toBe('route');
    expect(arrive(22 * 60 + after + 0.1)).toMatchObject({
      kind: 'closed-now',
      opensInMinutes: expect.closeTo(9 * 60 - 0.1, 3),
    });
    expect(arrive(7 * 60 + after - 0.1)).toMatchObject({ opensInMinutes: expect.closeTo(0.1, 3) });
    const outages = new Map([[cliff.edge('b-f'), [[-after - 1, -after + 1]] as const]]);
    expect(arrive(noon, { outages })).toMatchObject({ opensInMinutes: expect.closeTo(1, 3) });
    const over = new Map([[cliff.edge('b-f'), [[-after + 0.1, 60]] as const]]);
    expect(arrive(noon, { outages: over }).kind).toBe('route');
  });
  test('no way within the limits: the least barriers, named, and the one limit that opens a way', () => {
    const result = ask('wheelchair', { profile: { ...profiles.wheelchair, elevators: false } });
    expect(result.kind).toBe('barred');
    if (result.kind !== 'barred') return;
    expect(result.barriers).toHaveLength(1);
    const limits = result.wouldOpen.map(({ limit }) => limit);
    expect(limits).toContain('elevators');
    expect(limits).toContain('steps');
    expect(result.wouldOpen).toContainEqual({ limit: 'maxInclineUp', from: 0.08, to: 0.11 });
    // The ramp is a smaller change than taking stairs on wheels.
    expect(limits.indexOf('maxInclineUp')).toBeLessThan(limits.indexOf('steps'));
  });
  test.each([
    [{ maxInclineUp: 0.12 }, 'e-c'],
    [{ maxInclineUp: 0.12, minWidth: 1.4 }, 'e-c'],
  ])('the relaxation really opens a way: %j', (changes, edge) => {
    const result = ask('wheelchair', { profile: { ...profiles.wheelchair, elevators: false, ...changes } });
    expect(result.kind === 'route' && result.route.slots.map((slot) => slot >> 1)).toContain(
      cliff.edge(edge),
    );
  });
  test('in the river, outside the area', () => {
    expect(ask('walk', { from: at(600, -600) })).toMatchObject({ kind: 'off-network', which: 'from' });
    const river = ask('walk', { to: at(600, -600) });
    expect(river.kind === 'off-network' && river.nearest?.meters).toBeGreaterThan(600);
    // Some kilometres off there is still something to offer, a thousand off there is not.
    expect(ask('walk', { from: at(-9000, 0) })).toMatchObject({
      kind: 'outside-area',
      which: 'from',
      nearest: { position: [expect.closeTo(at(0, 0)[0], 5), expect.closeTo(at(0, 0)[1], 5)] },
    });
    expect(ask('walk', { to: [121.47, 31.23] })).toEqual({
      kind: 'outside-area',
      which: 'to',
      nearest: undefined,
    });
  });
  test('in the river a chair is offered the nearest place for a chair, not the stairs before it', () => {
    const bank = new Router(
      namedNetwork({ a: [0, 0, 200], b: [0, 100, 220], c: [80, 100, 220] }, [
        { between: 'a-b', kind: 'steps' },
        { between: 'b-c', kind: 'footway', width: 3, surface: 'asphalt' },
      ]),
    );
    const request = { from: at(0, -300), to: at(70, 100), profile: profiles.wheelchair };
    const river = bank.findRoute(request);
    expect(river).toMatchObject({ kind: 'off-network', which: 'from' });
    const nearest = (river.kind === 'off-network' && river.nearest?.position) || at(0, 0);
    expect(bank.findRoute({ ...request, from: nearest }).kind).toBe('route');
  });
  test('on pieces that nothing joins', () => {
    const islands = new Router(
      namedNetwork({ a: [0, 0], b: [50, 0], c: [400, 0], d: [450, 0] }, [
        { between: 'a-b', kind: 'footway' },
        { between: 'c-d', kind: 'footway' },
      ]),
    );
    const result = islands.findRoute({ from: at(10, 0), to: at(440, 0), profile: profiles.walk });
    expect(result.kind).toBe('disconnected');
  });
  test('on an island: which end, and the nearest place that is on none', () => {
    const island = new Router(
      namedNetwork({ a: [0, 0], b: [50, 0], c: [100, 0], i: [500, 0], j: [550, 0] }, [
        { between: 'a-b', kind: 'footway' },
        { between: 'b-c', kind: 'footway' },
        { between: 'i-j', kind: 'footway' },
      ]),
    );
    for (const [from, to, which] of [
      [at(540, 0), at(10, 0), 'from'],
      [at(10, 0), at(540, 0), 'to'],
    ] as const) {
      const result = island.findRoute({ from, to, profile: profiles.walk });
      expect(result).toMatchObject({ kind: 'disconnected', island: { which } });
      expect(result.kind === 'disconnected' && result.island?.nearest?.meters).toBeCloseTo(440, 0);
    }
  });
  test('a chair is not put on stairs that happen to be nearer', () => {
    const result = router.findRoute({ from: at(97, 20), to: at(10, 1), profile: profiles.wheelchair });
    expect(result.kind === 'route' && result.from.edge).not.toBe(cliff.edge('b-c'));
  });
  test('whoever stands at the foot of a cliff is not put on the street above it', () => {
    const cliffs = new Router(
      namedNetwork({ a: [0, 0, 200], b: [50, 0, 212], c: [0, 6, 232], d: [50, 6, 232] }, [
        // Too steep for a chair, and the only way below.
        { between: 'a-b', kind: 'footway', width: 3, surface: 'asphalt' },
        { between: 'c-d', kind: 'footway', width: 3, surface: 'asphalt' },
        { between: 'a-c', kind: 'elevator' },
      ]),
    );
    const ask = (profile: 'walk' | 'wheelchair') =>
      cliffs.findRoute({ from: at(30, 1), to: at(30, 7), profile: profiles[profile] });
    expect(ask('walk')).toMatchObject({ kind: 'route', route: { legs: [{}, { kind: 'elevator' }, {}] } });
    expect(ask('wheelchair')).toMatchObject({ kind: 'barred', from: { meters: expect.closeTo(1, 0) } });
  });
  test('stacked switchbacks ten metres apart: the floor decides', () => {
    const stack = namedNetwork({ a: [0, 0, 200], b: [100, 0, 205], c: [100, 10, 205], d: [0, 10, 210] }, [
      { between: 'a-b', kind: 'footway', level: 0 },
      { between: 'b-c', kind: 'footway', level: 0 },
      { between: 'c-d', kind: 'footway', level: 1 },
    ]);
    const answer = new Router(stack).findRoute({
      from: at(20, 5.5),
      fromLevel: 0,
      to: at(10, 5),
      toLevel: 1,
      profile: profiles.walk,
    });
    expect(answer.kind === 'route' && answer.from.edge).toBe(stack.edge('a-b'));
    expect(answer.kind === 'route' && answer.to.edge).toBe(stack.edge('c-d'));
  });
});

describe('unknown widths under each policy', () => {
  const alley = namedNetwork({ a: [0, 0, 200], b: [100, 0, 200], c: [50, 90, 200] }, [
    { between: 'a-b', kind: 'footway', surface: 'asphalt' },
    { between: 'a-c', kind: 'footway', surface: 'asphalt', width: 2 },
    { between: 'c-b', kind: 'footway', surface: 'asphalt', width: 2 },
  ]);
  const through = (unknown: 'assume' | 'avoid' | 'forbid') =>
    new Router(alley).findRoute({ from: at(2, 0), to: at(98, 0), profile: { ...profiles.powered, unknown } });
  test('assume takes it', () => {
    expect(through('assume').kind).toBe('route');
  });
  test('avoid goes round it where the way round is not much longer, forbid always', () => {
    const edgesOf = (unknown: 'assume' | 'avoid' | 'forbid') => {
      const result = through(unknown);
      return result.kind === 'route' ? result.route.slots.map((slot) => slot >> 1) : [];
    };
    expect(edgesOf('assume')).toEqual([0]);
    expect(edgesOf('forbid')).toEqual([1, 2]);
    expect(edgesOf('avoid')).toEqual([0]);
  });
});

describe('properties', () => {
  const points = fc.record({
    x: fc.double({ min: 0, max: 200, noNaN: true }),
    y: fc.double({ min: 0, max: 150, noNaN: true }),
  });
  test('a stricter profile is never quicker', () => {
    fc.assert(
      fc.property(fc.nat(500), points, points, fc.constantFrom(...profileIds), (seed, a, b, id) => {
        const grid = new Router(randomNetwork(seed, 4, 5));
        const profile = { ...profiles[id], stepEffort: 0, unknown: 'assume' as const };
        const loose = grid.findRoute({
          from: at(a.x, a.y),
          to: at(b.x, b.y),
          profile: { ...profile, maxInclineUp: 1, maxInclineDown: 1, minWidth: 0, onWheels: false },
        });
        const strict = grid.findRoute({
          from: at(a.x, a.y),
          to: at(b.x, b.y),
          profile: { ...profile, maxInclineUp: 0.05, maxInclineDown: 0.05, minWidth: 1.2, onWheels: false },
        });
        if (loose.kind !== 'route' || strict.kind !== 'route') return;
        if (loose.from.edge !== strict.from.edge || loose.to.edge !== strict.to.edge) return;
        expect(strict.route.seconds).toBeGreaterThanOrEqual(loose.route.seconds - 0.01);
      }),
      { numRuns: 200 },
    );
  });
  test('every answer is one of the six, and a route has no barriers', () => {
    fc.assert(
      fc.property(fc.nat(500), points, points, fc.constantFrom(...profileIds), (seed, a, b, id) => {
        const result = new Router(randomNetwork(seed, 3, 4)).findRoute({
          from: at(a.x, a.y),
          to: at(b.x, b.y),
          profile: profiles[id],
          departMinute: weekMinuteOf(0),
        });
        if (result.kind === 'route') expect(result.route.barriers).toEqual([]);
        if (result.kind === 'barred') expect(result.barriers.length).toBeGreaterThan(0);
        if (result.kind === 'closed-now') expect(result.best.barriers.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
  test('what is said to open a way opens it', () => {
    let tried = 0;
    for (let seed = 0; seed < 150; seed++) {
      const grid = new Router(randomNetwork(seed, 4, 5));
      const request = {
        from: at(5, 5),
        to: at(190, 140),
        profile: { ...profiles.wheelchair, unknown: 'assume' as const },
      };
      const result = grid.findRoute(request);
      if (result.kind !== 'barred') continue;
      for (const relaxation of result.wouldOpen) {
        if (relaxation.limit === 'fare') continue;
        tried++;
        const profile: Profile = { ...request.profile, [relaxation.limit]: relaxation.to };
        const path = grid.search.findPath(result.from, result.to, new CostModel(grid.network, profile));
        expect(path, `${seed} ${JSON.stringify(relaxation)}`).toBeDefined();
        // And a little less does not.
        if (relaxation.limit !== 'maxInclineUp' && relaxation.limit !== 'maxInclineDown') continue;
        const less = { ...request.profile, [relaxation.limit]: relaxation.to - 0.003 };
        if (relaxation.to - 0.003 <= relaxation.from) continue;
        expect(
          grid.search.findPath(result.from, result.to, new CostModel(grid.network, less)),
          `${seed} ${JSON.stringify(relaxation)}`,
        ).toBeUndefined();
      }
    }
    expect(tried).toBeGreaterThan(0);
  });
});
