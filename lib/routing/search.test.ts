import { describe, expect, test } from 'vitest';
import { CostModel, type CostOptions } from './cost';
import { makeSeries, namedNetwork, randomNetwork } from './fixtures/networks';
import type { PackedNetwork } from './packed-network';
import { type Profile, profileIds, profiles } from './profiles';
import { Search, type Snap } from './search';

/** Plain Dijkstra over split edges, slow and obvious: what the search must equal. Returns Infinity where there is no way. */
function plainCost(network: PackedNetwork, from: Snap, to: Snap, model: CostModel): number {
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
    if (!model.evaluate(slot, 0) || model.violations !== 0) continue;
    const along = backward ? from.fraction - to.fraction : to.fraction - from.fraction;
    if (from.edge === to.edge && along >= 0) best = Math.min(best, model.cost * along);
    const share = backward ? from.fraction : 1 - from.fraction;
    relax(
      (backward ? network.edgeFrom[from.edge] : network.edgeTo[from.edge]) as number,
      model.cost * share,
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
      for (const [slot, start, end] of [
        [edge * 2, network.edgeFrom[edge], network.edgeTo[edge]],
        [edge * 2 + 1, network.edgeTo[edge], network.edgeFrom[edge]],
      ] as [number, number, number][]) {
        if (start !== node || !model.evaluate(slot, clock) || model.violations !== 0) continue;
        if (edge === to.edge)
          best = Math.min(best, least + model.cost * (slot % 2 ? 1 - to.fraction : to.fraction));
        relax(end, least + model.cost, clock + model.seconds);
      }
  }
  return best;
}

describe('the search equals plain Dijkstra', () => {
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
      const options: CostOptions =
        round % 2 ? {} : { outages: new Set([Math.floor(random() * network.edgeCount)]) };
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
      }
    }
    // A test that never finds a way would prove nothing.
    expect(found).toBeGreaterThan(10);
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
