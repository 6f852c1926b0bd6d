import { describe, expect, test } from 'vitest';
import { findAlternatives, toRouteRequest } from './alternatives';
import { at, namedNetwork } from './fixtures/networks';
import { parseRouteQuery } from './route-query';
import { Router } from './router';

/** Up a cliff: a lift for a yuan, stairs, and a long level way round. */
const router = new Router(
  namedNetwork(
    { a: [0, 0, 200], b: [100, 0, 200], c: [100, 40, 224], d: [200, 40, 224], e: [-700, 20, 212] },
    [
      { between: 'a-b', kind: 'footway' },
      { between: 'b-c', kind: 'elevator', waitSeconds: 30, rideSeconds: 20, fee: 1 },
      { between: 'b-c', kind: 'steps', stepCount: 150 },
      { between: 'c-d', kind: 'footway' },
      { between: 'a-e', kind: 'footway' },
      { between: 'e-c', kind: 'footway' },
    ],
  ),
);
const ask = (params: Record<string, string>) => {
  const { query } = parseRouteQuery(params, () => true);
  const request = toRouteRequest(query, at(5, 0), at(190, 40), undefined);
  const result = router.findRoute(request);
  if (result.kind !== 'route') throw new Error('a route is wanted');
  return { shown: result.route, others: findAlternatives(router, query, request, result.route) };
};

describe('other ways', () => {
  test('beside the lift: the stairs for nothing; the same way is not told twice', () => {
    const { shown, others } = ask({});
    expect(shown.fee).toBe(1);
    expect(others.map(({ prefer }) => prefer)).toEqual(['no-fare']);
    expect(others[0]?.route).toMatchObject({ fee: 0, stepsUp: 150 });
  });
  test('beside the stairs: the quickest, once, though three preferences find it', () => {
    const { shown, others } = ask({ prefer: 'no-fare' });
    expect(shown.stepsUp).toBe(150);
    expect(others.map(({ prefer }) => prefer)).toEqual(['quickest']);
  });
});
