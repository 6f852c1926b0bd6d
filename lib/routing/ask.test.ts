import { describe, expect, test } from 'vitest';
import { askRoute, type RouteReply, routeOf } from './ask';
import { at, namedNetwork } from './fixtures/networks';
import type { Outage } from './outages';
import { parseRouteQuery } from './route-query';
import { Router } from './router';

/** Up a cliff: a lift for a yuan that closes at ten, stairs, and a long level way round. */
const cliff = [
  { between: 'a-b', kind: 'footway', name: 'Low Street' },
  {
    between: 'b-c',
    id: 'e-lift',
    kind: 'elevator',
    waitSeconds: 30,
    rideSeconds: 20,
    fee: 1,
    openingHours: '07:00-22:00',
  },
  { between: 'b-c', kind: 'steps', stepCount: 150 },
  { between: 'c-d', kind: 'footway', name: 'High Street' },
] as const;
const wayRound = [
  { between: 'a-e', kind: 'footway' },
  { between: 'e-c', kind: 'footway' },
] as const;
const nodes = {
  a: [0, 0, 200],
  b: [100, 0, 200],
  c: [100, 40, 224],
  d: [200, 40, 224],
  e: [-700, 20, 212],
} as const;
const router = new Router(namedNetwork(nodes, [...cliff, ...wayRound]));
/** The same without the way round. */
const bareCliff = new Router(namedNetwork(nodes, cliff));
/** Noon of Wednesday 25 November 2026 in Chongqing. */
const NOON = Date.parse('2026-11-25T12:00:00+08:00');
const MINUTE = 60_000;
const ask = (
  params: Record<string, string>,
  outages: readonly Outage[] = [],
  now = NOON,
  on = router,
): RouteReply => {
  const { query, ignored } = parseRouteQuery(params, () => true);
  expect(ignored).toEqual([]);
  return askRoute(on, { query, from: at(5, 0), to: at(190, 40), now }, outages);
};
const feeOf = (reply: RouteReply) => routeOf(reply.result)?.fee;

describe('other ways', () => {
  test('beside the lift: the stairs for nothing; the same way is not told twice', () => {
    const { result, others } = ask({});
    expect(routeOf(result)?.fee).toBe(1);
    expect(others.map(({ prefer }) => prefer)).toEqual(['no-fare']);
    expect(others[0]?.route).toMatchObject({ fee: 0, stepsUp: 150 });
  });
  test('beside the stairs: the quickest, once, though three preferences find it', () => {
    const { result, others } = ask({ prefer: 'no-fare' });
    expect(routeOf(result)?.stepsUp).toBe(150);
    expect(others.map(({ prefer }) => prefer)).toEqual(['quickest']);
  });
});

test('a way that only saves seconds and asks more of a person is no other way', () => {
  const twins = new Router(
    namedNetwork({ a: [0, 0, 200], b: [100, 0, 200], c: [200, 0, 200] }, [
      { between: 'a-b', kind: 'footway' },
      { between: 'b-c', kind: 'steps', stepCount: 20 },
      { between: 'b-c', kind: 'footway', lengthMeters: 110 },
    ]),
  );
  const request = { query: parseRouteQuery({ profile: 'elder' }, () => true).query, now: NOON };
  const { result, others } = askRoute(twins, { ...request, from: at(1, 0), to: at(200, 0) }, []);
  expect(routeOf(result)?.legs.map(({ kind }) => kind)).toEqual(['footway']);
  expect(others).toEqual([]);
});

describe('time', () => {
  test('now is what the clock says; a shut lift is gone round', () => {
    expect(feeOf(ask({}))).toBe(1);
    expect(feeOf(ask({}, [], NOON + 11 * 60 * MINUTE))).toBe(0);
  });
  test('a departure of another hour, and any time, do not look at the clock', () => {
    expect(feeOf(ask({ at: '23:30' }))).toBe(0);
    expect(feeOf(ask({ when: 'any' }, [], NOON + 11 * 60 * MINUTE))).toBe(1);
  });
  test('arriving: just in time by the lift, a little later by the stairs', () => {
    const inTime = ask({ when: 'arrive', at: '22:01' });
    expect(feeOf(inTime)).toBe(1);
    expect(inTime.arrives).toBe(Date.parse('2026-11-25T22:01:00+08:00'));
    expect(inTime.departs).toBe((inTime.arrives ?? 0) - (routeOf(inTime.result)?.seconds ?? 0) * 1000);
    expect(feeOf(ask({ when: 'arrive', at: '22:05' }))).toBe(0);
  });
  test('departing tells the time of arriving', () => {
    const reply = ask({ at: '08:00', on: '2026-11-28' });
    expect(reply.departs).toBe(Date.parse('2026-11-28T08:00:00+08:00'));
    expect(reply.arrives).toBe((reply.departs ?? 0) + (routeOf(reply.result)?.seconds ?? 0) * 1000);
    expect(ask({ when: 'any' }).departs).toBeUndefined();
  });
});

describe('notices', () => {
  const outage = (from: string, until: string | null): Outage => ({
    notice: 'lift-repair',
    edges: ['e-lift', 'e-unheard-of'],
    from: Date.parse(from),
    until: until === null ? null : Date.parse(until),
  });
  test('a lift out of order is gone round, while it is, and by its own calendar', () => {
    const week = outage('2026-11-24T00:00:00+08:00', '2026-12-01T00:00:00+08:00');
    expect(feeOf(ask({}, [week]))).toBe(0);
    expect(feeOf(ask({ at: '12:00', on: '2026-12-02' }, [week]))).toBe(1);
    expect(feeOf(ask({}, [outage('2026-12-24T00:00:00+08:00', null)]))).toBe(1);
  });
  test('where it is the only way, the answer says until when, and which notice says so', () => {
    const { result, notices, opens, departs, arrives } = ask(
      { profile: 'wheelchair', unknown: 'assume' },
      [outage('2026-11-25T08:00:00+08:00', '2026-11-25T14:00:00+08:00')],
      NOON,
      bareCliff,
    );
    expect(result.kind).toBe('closed-now');
    // It is reached a little after noon, and works again at two.
    expect(result.kind === 'closed-now' && result.opensInMinutes).toBeGreaterThan(115);
    expect(result.kind === 'closed-now' && result.opensInMinutes).toBeLessThan(120);
    expect(notices).toEqual(['lift-repair']);
    expect(opens).toBe(Date.parse('2026-11-25T14:00:00+08:00'));
    // Nobody sets out on it, and nobody arrives.
    expect([departs, arrives]).toEqual([undefined, undefined]);
  });
  test('a notice about another way is not told', () => {
    expect(ask({ prefer: 'no-fare' }, [outage('2026-11-24T00:00:00+08:00', null)]).notices).toEqual([]);
  });
});

describe('what stands beside the way', () => {
  test('heights at its nodes and ends, in order', () => {
    const { heights, result } = ask({});
    expect(heights.map(({ meters, elevation }) => [Math.round(meters), Math.round(elevation)])).toEqual([
      [0, 200],
      [95, 200],
      [135, 224],
      [225, 224],
    ]);
    expect(heights.map(({ kind }) => kind)).toEqual([undefined, 'footway', 'elevator', 'footway']);
    expect(heights.at(-1)?.meters).toBeCloseTo(routeOf(result)?.lengthMeters ?? 0, 0);
  });
  test('the streets its ends stand on', () => {
    expect(ask({}).streets).toEqual({ from: { name: 'Low Street' }, to: { name: 'High Street' } });
  });
});
