import { describe, expect, test } from 'vitest';
import { CostModel, type CostOptions } from './cost';
import { makeSeries, namedNetwork, randomNetwork } from './fixtures/networks';
import type { PackedNetwork } from './packed-network';
import { type Profile, profileIds, profiles } from './profiles';
import { Search, type Snap, STRICT } from './search';

/**
 * Plain Dijkstra over split edges, slow and obvious: what the search must equal. Returns Infinity where there is no way. A model that counts back
 * from the arrival is asked from the end on.
 */
function plainCost(
  network: PackedNetwork,
  start: Snap,
  end: Snap,
  model: CostModel,
  { mask, penalty } = STRICT,
): number {
  const [from, to] = model.arrives ? [end, start] : [start, end];
  const isWay = (slot: number, clock: number, share: number) =>
    (model.arrives ? model.evaluateBefore(slot ^ 1, clock, share) : model.evaluate(slot, clock)) &&
    (model.violations & ~mask) === 0;
  const price = () => (model.violations === 0 ? 0 : penalty);
  const costs = new Map<number, { cost: number; clock: number }>();
  const open = new Set<number>();
  let best = Number.POSITIVE_INFINITY;
  const relax = (node: number, cost: number, clock: number) => {
    const known = costs.get(node);
    if (known && known.cost <= cost) return;
    costs.set(node, { cost, clock });
    open.add(node);
  };
  for (const slot of [from.edge * 2, from.edge * 2 + 1]) {
    const backward = slot % 2 === 1;
    const along = backward ? from.fraction - to.fraction : to.fraction - from.fraction;
    if (from.edge === to.edge && along >= 0 && isWay(slot, 0, along))
      best = Math.min(best, along === 0 ? 0 : model.cost * along + price());
    const share = backward ? from.fraction : 1 - from.fraction;
    if (isWay(slot, 0, share))
      relax(
        (backward ? network.edgeFrom[from.edge] : network.edgeTo[from.edge]) as number,
        share === 0 ? 0 : model.cost * share + price(),
        model.seconds * share,
      );
  }
  while (open.size > 0) {
    let node = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of open) {
      const { cost } = costs.get(candidate) as { cost: number };
      if (cost < least) [node, least] = [candidate, cost];
    }
    open.delete(node);
    const { clock } = costs.get(node) as { clock: number };
    for (let edge = 0; edge < network.edgeCount; edge++)
      for (const [slot, near, far] of [
        [edge * 2, network.edgeFrom[edge], network.edgeTo[edge]],
        [edge * 2 + 1, network.edgeTo[edge], network.edgeFrom[edge]],
      ] as [number, number, number][]) {
        if (near !== node) continue;
        const share = slot % 2 ? 1 - to.fraction : to.fraction;
        if (edge === to.edge && isWay(slot, clock, share))
          best = Math.min(best, least + model.cost * share + price());
        if (isWay(slot, clock, 1)) relax(far, least + model.cost + price(), clock + model.seconds);
      }
  }
  return best;
}

/** Half past ten at night on a Monday, when lifts close and outages begin and end. */
const evening = 22.5 * 60;

describe.each(['departMinute', 'arriveMinute'] as const)(
  'the search by %s equals plain Dijkstra',
  (clock) => {
    test.each(profileIds)('on 125 random networks for %s', (id) => {
      const random = makeSeries(profileIds.indexOf(id) + 1);
      let found = 0;
      for (let round = 0; round < 125; round++) {
        const network = randomNetwork(round * 8 + profileIds.indexOf(id), 3 + (round % 4), 4 + (round % 3));
        const search = new Search(network);
        const profile: Profile = {
          ...profiles[id],
          unknown: round % 3 === 0 ? 'forbid' : profiles[id].unknown,
        };
        const minute = evening - 30 * (round % 3);
        const edge = Math.floor(random() * network.edgeCount);
        const options: CostOptions = {
          [clock]: minute,
          ...(round % 2 && { outages: new Map([[edge, [[-2, 3]]]]) }),
        };
        for (let pair = 0; pair < 4; pair++) {
          const snap = (): Snap => ({ edge: Math.floor(random() * network.edgeCount), fraction: random() });
          const [from, to] = [snap(), snap()];
          const expected = plainCost(network, from, to, new CostModel(network, profile, options));
          const path = search.findPath(from, to, new CostModel(network, profile, options));
          if (expected === Number.POSITIVE_INFINITY) expect(path).toBeUndefined();
          else {
            found++;
            expect(path?.cost).toBeCloseTo(expected, 1);
          }
          // The way with the fewest barriers.
          const all = { ...STRICT, mask: -1, penalty: 1e6 };
          const least = plainCost(network, from, to, new CostModel(network, profile, options), all);
          const barred = search.findPath(from, to, new CostModel(network, profile, options), all);
          if (!barred) expect(least).toBe(Number.POSITIVE_INFINITY);
          else expect(barred.cost).toBeCloseTo(least, 1);
        }
      }
      // A test that never finds a way would prove nothing.
      expect(found).toBeGreaterThan(10);
    });
  },
);

/** Every way between two places that meets no node twice, as slots; the first and last in part. */
function* everyWay(network: PackedNetwork, from: Snap, to: Snap): Generator<number[]> {
  const ends = (slot: number) => {
    const [a, b] = [network.edgeFrom[slot >> 1] as number, network.edgeTo[slot >> 1] as number];
    return slot & 1 ? [b, a] : [a, b];
  };
  function* onFrom(slots: number[], met: readonly number[]): Generator<number[]> {
    const [, node] = ends(slots.at(-1) as number) as [number, number];
    if (met.includes(node)) return;
    for (let slot = 0; slot < network.edgeCount * 2; slot++) {
      if (ends(slot)[0] !== node) continue;
      if (slot >> 1 === to.edge) yield [...slots, slot];
      yield* onFrom([...slots, slot], [...met, node]);
    }
  }
  for (const slot of [from.edge * 2, from.edge * 2 + 1]) {
    if (from.edge === to.edge && (slot & 1 ? from.fraction >= to.fraction : to.fraction >= from.fraction))
      yield [slot];
    yield* onFrom([slot], []);
  }
}

/** Walks a way from `elapsed` on; undefined when something bars it. */
function walk(slots: readonly number[], from: Snap, to: Snap, model: CostModel, elapsed: number) {
  let [seconds, cost] = [0, 0];
  for (const [index, slot] of slots.entries()) {
    const [entry, exit] = slot & 1 ? [1, 0] : [0, 1];
    const share = Math.abs(
      (index === slots.length - 1 ? to.fraction : exit) - (index === 0 ? from.fraction : entry),
    );
    if (!model.evaluate(slot, elapsed + seconds) || model.violations !== 0) return;
    seconds += model.seconds * share;
    cost += model.cost * share;
  }
  return { seconds, cost };
}

describe('who has to be there at a time', () => {
  test.each([
    ['hours stay as they are', 20 * 60, Number.POSITIVE_INFINITY, 1],
    // Nobody waits or dawdles on the way: here and there the best way is open only to one who comes to it later than need be.
    ['lifts close and an outage ends on the way', 22 * 60 + 2, 3, 0.9],
  ])('sets out as late as any way allows where %s', (_, minute, outageMinutes, least) => {
    const random = makeSeries(5);
    const seen = { ways: 0, best: 0, closed: 0 };
    for (let round = 0; round < 600; round++) {
      const network = randomNetwork(3000 + round, 3, 3);
      const profile = profiles[profileIds[round % 3] as (typeof profileIds)[number]];
      const edge = Math.floor(random() * network.edgeCount);
      const outages = new Map([[edge, [[-outageMinutes, -0.3 * outageMinutes * random()]] as const]]);
      const timeless = new CostModel(network, profile);
      const model = new CostModel(network, profile, { arriveMinute: minute, outages });
      const snap = (): Snap => ({ edge: Math.floor(random() * network.edgeCount), fraction: random() });
      const [from, to] = [snap(), snap()];
      let best = Number.POSITIVE_INFINITY;
      let always = Number.POSITIVE_INFINITY;
      for (const slots of everyWay(network, from, to)) {
        const plain = walk(slots, from, to, timeless, 0);
        // How long it takes says when one sets out; then every hour on the way is known.
        const way = plain && walk(slots, from, to, model, -plain.seconds);
        always = Math.min(always, plain?.cost ?? Number.POSITIVE_INFINITY);
        best = Math.min(best, way?.cost ?? Number.POSITIVE_INFINITY);
      }
      if (best > always) seen.closed++;
      if (best < Number.POSITIVE_INFINITY) seen.ways++;
      const path = new Search(network).findPath(from, to, model);
      if (!path) continue;
      expect(path.cost).toBeGreaterThan(best - 0.01);
      if (path.cost < best + 0.01) seen.best++;
      // It can be walked as told, and ends on the minute.
      expect(walk(path.slots, from, to, model, -path.seconds)?.seconds).toBeCloseTo(path.seconds, 2);
    }
    expect(seen.best / seen.ways).toBeGreaterThanOrEqual(least);
    expect(seen.closed).toBeGreaterThan(20);
  });
});

describe('a way', () => {
  const line = namedNetwork({ a: [0, 0, 200], b: [100, 0, 200], c: [200, 0, 232], d: [300, 0, 232] }, [
    { between: 'a-b', kind: 'footway' },
    { between: 'b-c', kind: 'steps', stepCount: 200 },
    { between: 'c-d', kind: 'footway' },
  ]);
  const search = new Search(line);
  const walk = new CostModel(line, profiles.walk);
  const wheels = new CostModel(line, profiles.wheelchair);
  test('starts and ends inside edges', () => {
    const path = search.findPath({ edge: 0, fraction: 0.5 }, { edge: 2, fraction: 0.5 }, walk);
    expect(path?.slots).toEqual([0, 2, 4]);
    expect(path?.seconds).toBeCloseTo(40 + 150 + 40, 1);
  });
  test('down the stairs is quicker than up', () => {
    const up = search.findPath({ edge: 0, fraction: 0 }, { edge: 2, fraction: 1 }, walk);
    const down = search.findPath({ edge: 2, fraction: 1 }, { edge: 0, fraction: 0 }, walk);
    expect(down?.seconds).toBeCloseTo((up?.seconds ?? 0) - 30, 1);
    expect(down?.slots).toEqual([5, 3, 1]);
  });
  test('only stairs between: none on wheels', () => {
    expect(search.findPath({ edge: 0, fraction: 0 }, { edge: 2, fraction: 1 }, wheels)).toBeUndefined();
  });
  test('a target on a barred edge is not reached, even from its end', () => {
    expect(search.findPath({ edge: 0, fraction: 0 }, { edge: 1, fraction: 0.5 }, wheels)).toBeUndefined();
  });
  test('a ride faster than a body is found behind its back; who does not take it walks', () => {
    const bay = namedNetwork({ a: [0, 0], b: [2500, 0], pier: [-200, 0], quay: [3000, 0] }, [
      { between: 'a-b', kind: 'footway' },
      { between: 'a-pier', kind: 'footway' },
      { between: 'pier-quay', kind: 'ferry', direction: 'both', waitSeconds: 60, rideSeconds: 60 },
      { between: 'quay-b', kind: 'footway' },
    ]);
    const seconds = (cableways: boolean) =>
      new Search(bay).findPath(
        { edge: 0, fraction: 0 },
        { edge: 0, fraction: 1 },
        new CostModel(bay, { ...profiles.walk, cableways }),
      )?.seconds;
    expect([seconds(true), seconds(false)]).toEqual([
      expect.closeTo(160 + 120 + 400, 0),
      expect.closeTo(2000, 0),
    ]);
  });
  test('start equals end: nothing to walk', () => {
    const path = search.findPath({ edge: 0, fraction: 0.3 }, { edge: 0, fraction: 0.3 }, walk);
    expect([path?.seconds, path?.slots.length]).toEqual([0, 1]);
  });
  test('start equals end on stairs: a chair that is there is there', () => {
    const path = search.findPath({ edge: 1, fraction: 0.3 }, { edge: 1, fraction: 0.3 }, wheels);
    expect([path?.seconds, path?.cost]).toEqual([0, 0]);
  });
  test('both on one edge, against its direction: round it on an escalator', () => {
    const loop = namedNetwork({ a: [0, 0, 200], b: [100, 0, 200], c: [50, 80, 200] }, [
      { between: 'a-b', kind: 'escalator', direction: 'forward' },
      { between: 'b-c', kind: 'footway' },
      { between: 'c-a', kind: 'footway' },
    ]);
    const around = new Search(loop);
    const model = new CostModel(loop, profiles.walk);
    expect(around.findPath({ edge: 0, fraction: 0.2 }, { edge: 0, fraction: 0.8 }, model)?.slots).toEqual([
      0,
    ]);
    expect(around.findPath({ edge: 0, fraction: 0.8 }, { edge: 0, fraction: 0.2 }, model)?.slots).toEqual([
      0, 2, 4, 0,
    ]);
  });
  test('over a wall, in spite of it: a time that can be told', () => {
    const wall = namedNetwork({ a: [0, 0, 200], b: [0.2, 0, 2000], c: [50, 0, 2000] }, [
      { between: 'a-b', kind: 'footway' },
      { between: 'b-c', kind: 'footway' },
    ]);
    const model = new CostModel(wall, profiles.wheelchair);
    const ends = [
      { edge: 0, fraction: 0 },
      { edge: 1, fraction: 1 },
    ] as const;
    const path = new Search(wall).findPath(...ends, model, { ...STRICT, mask: -1, penalty: 1e6 });
    expect(path?.seconds).toBeLessThan(1e5);
  });
  test('not joined: none', () => {
    const islands = namedNetwork({ a: [0, 0], b: [10, 0], c: [50, 0], d: [60, 0] }, [
      { between: 'a-b', kind: 'footway' },
      { between: 'c-d', kind: 'footway' },
    ]);
    expect(
      new Search(islands).findPath(
        { edge: 0, fraction: 0 },
        { edge: 1, fraction: 1 },
        new CostModel(islands, profiles.walk),
      ),
    ).toBeUndefined();
  });
});
