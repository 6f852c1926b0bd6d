import { describe, expect, test } from 'vitest';
import { CostModel, violationsIn } from './cost';
import { riseOf } from './edge-records';
import { type NamedEdge, namedNetwork } from './fixtures/networks';
import { type PackedNetwork, packNetwork } from './packed-network';
import { type Profile, profiles } from './profiles';
import { Router } from './router';

/** Costs of the only edge from a to b, 36 m long on the map, and back. */
function both(
  edge: Omit<NamedEdge, 'between'>,
  profile: Profile = profiles.walk,
  heights?: [number, number],
) {
  const [low, high] = heights ?? [];
  const network = namedNetwork(
    { a: low === undefined ? [0, 0] : [0, 0, low], b: high === undefined ? [36, 0] : [36, 0, high] },
    [{ between: 'a-b', ...edge }],
  );
  const model = new CostModel(network, profile);
  const take = (slot: number) =>
    model.evaluate(slot, 0)
      ? { seconds: model.seconds, cost: model.cost, violations: violationsIn(model.violations) }
      : undefined;
  return [take(0), take(1)] as const;
}
const secondsOf = (...asked: Parameters<typeof both>) => both(...asked).map((taken) => taken?.seconds);
const { secondsPerStepUp, secondsPerStepDown } = profiles.walk;
const close = (seconds: number) => expect.closeTo(seconds, 6);

describe('stairs of unknown height', () => {
  test('counted ones take the seconds of the sense they lead in', () => {
    expect(secondsOf({ kind: 'steps', stepCount: 200, climb: 'up' })).toEqual([
      close(200 * secondsPerStepUp),
      close(200 * secondsPerStepDown),
    ]);
    expect(secondsOf({ kind: 'steps', stepCount: 200, climb: 'down' })).toEqual([
      close(200 * secondsPerStepDown),
      close(200 * secondsPerStepUp),
    ]);
  });
  test('uncounted ones are reckoned with a step every 36 cm', () => {
    expect(secondsOf({ kind: 'steps', climb: 'down' })).toEqual([
      close(100 * secondsPerStepDown),
      close(100 * secondsPerStepUp),
    ]);
  });
  test('where nobody knows which way they lead, up is reckoned with', () => {
    expect(secondsOf({ kind: 'steps' })).toEqual([
      close(100 * secondsPerStepUp),
      close(100 * secondsPerStepUp),
    ]);
  });
  test('who stood there is believed before the heights of a model, which then are no heights', () => {
    const network = namedNetwork({ a: [0, 0, 101], b: [36, 0, 100] }, [
      { between: 'a-b', kind: 'steps', climb: 'up' },
    ]);
    expect([riseOf(network, 0, false), riseOf(network, 0, true)]).toEqual([Number.NaN, Number.NaN]);
    expect(secondsOf({ kind: 'steps', stepCount: 200, climb: 'up' }, profiles.walk, [101, 100])).toEqual([
      close(200 * secondsPerStepUp),
      close(200 * secondsPerStepDown),
    ]);
  });
  test('their likely steps are an effort too', () => {
    const [up] = both({ kind: 'steps' }, profiles.elder);
    expect((up?.cost ?? 0) - (up?.seconds ?? 0)).toBeCloseTo(100 * profiles.elder.stepEffort, 6);
  });
});

describe('escalators whose direction nobody mapped', () => {
  const unknown = { kind: 'escalator', direction: 'unknown', rideSeconds: 50 } as const;
  test.each([
    ['assume', 50, []],
    ['avoid', 80, []],
    ['forbid', 50, ['unknownDirection']],
  ] as const)('%s: cost %d both ways, barred by %j', (policy, cost, violations) => {
    const taken = both(unknown, { ...profiles.walk, unknown: policy });
    expect(taken).toEqual(Array(2).fill({ seconds: 50, cost, violations }));
  });
  test('a missing direction is unknown on what moves, and both ways elsewhere', () => {
    const strict = { ...profiles.walk, unknown: 'forbid' } as const;
    for (const kind of ['escalator', 'moving_walkway'] as const)
      expect(both({ kind }, strict)[0]?.violations).toEqual(['unknownDirection']);
    for (const kind of ['steps', 'elevator'] as const)
      expect(both({ kind }, strict).map((taken) => taken?.violations)).toEqual([[], []]);
  });
  test('a known direction is one way', () => {
    expect(both({ kind: 'escalator', direction: 'forward' })[1]).toBeUndefined();
    expect(both({ kind: 'escalator', direction: 'backward' })[0]).toBeUndefined();
  });
});

test.each([
  [undefined, []],
  [0, []],
  [1, ['fare']],
  ['yes', ['fare']],
] as const)('who pays no fare passes a fee of %s with %j', (fee, violations) => {
  const network = namedNetwork({ a: [0, 0], b: [36, 0] }, [{ between: 'a-b', kind: 'footway', fee }]);
  const model = new CostModel(network, profiles.walk, { noFare: true });
  model.evaluate(0, 0);
  expect(violationsIn(model.violations)).toEqual(violations);
});

describe('a height of an elevation model', () => {
  const make = (isModelled: boolean, incline?: number) =>
    packNetwork(
      [
        { position: [0, 0], elevation: 100 },
        { position: [0.001, 0], elevation: 130, isModelled },
      ],
      [{ from: 0, to: 1, kind: 'footway', lengthMeters: 111, geometry: [], incline }],
      { attribution: '', built: '' },
    );
  const met = (network: PackedNetwork, slot: number, profile = profiles.wheelchair) => {
    const model = new CostModel(network, profile);
    return model.evaluate(slot, 0) ? violationsIn(model.violations) : undefined;
  };
  test('does not say that a way is too steep: that stays unknown, and is minded as what nobody surveyed', () => {
    expect(met(make(false), 0)).toContain('inclineUp');
    expect(met(make(false), 1)).toContain('inclineDown');
    for (const slot of [0, 1]) {
      expect(met(make(true), slot)).not.toContain('inclineUp');
      expect(met(make(true), slot)).not.toContain('inclineDown');
      expect(met(make(true), slot, { ...profiles.wheelchair, unknown: 'forbid' })).toContain(
        'unknownIncline',
      );
    }
    const route = new Router(make(true)).findRoute({
      from: [0, 0],
      to: [0.001, 0],
      profile: { ...profiles.wheelchair, unknown: 'avoid' },
    });
    expect(route.kind === 'route' && route.route.unknownMeters).toBeCloseTo(111, 0);
  });
  test('is reckoned with in time and climbs all the same', () => {
    const secondsOf = (isModelled: boolean) => {
      const model = new CostModel(make(isModelled), profiles.walk);
      model.evaluate(0, 0);
      return model.seconds;
    };
    expect(secondsOf(true)).toBe(secondsOf(false));
    expect(riseOf(make(true), 0, false)).toBe(30);
  });
  test('gives way to a surveyed slope', () => {
    expect(met(make(true, 0.27), 0)).toContain('inclineUp');
  });
});
