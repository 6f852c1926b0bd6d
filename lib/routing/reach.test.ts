import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CostModel } from './cost';
import { at, namedNetwork, randomNetwork } from './fixtures/networks';
import type { PackedNetwork } from './packed-network';
import { profileIds, profiles } from './profiles';
import { findReach, isInside, type Reach, reachPolygon } from './reach';
import { Search } from './search';

const walkAt = (network: PackedNetwork) => new CostModel(network, { ...profiles.walk, metersPerSecond: 1 });
/** Parts of a reach by edge. */
function partsByEdge({ parts }: Reach): Map<number, [from: number, to: number][]> {
  const byEdge = new Map<number, [number, number][]>();
  for (const [i, edge] of parts.edge.entries()) {
    const some = byEdge.get(edge) ?? [];
    some.push([parts.from[i] as number, parts.to[i] as number]);
    byEdge.set(edge, some);
  }
  return byEdge;
}
const contains = (polygons: ReturnType<typeof reachPolygon>, point: readonly [number, number]) =>
  polygons.some(
    ([outer = [], ...holes]) => isInside(outer, ...point) && !holes.some((hole) => isInside(hole, ...point)),
  );

describe('reach', () => {
  const street = namedNetwork({ a: [0, 0, 200], b: [100, 0, 200], c: [200, 0, 200], d: [100, 100, 200] }, [
    { between: 'a-b', kind: 'footway' },
    { between: 'b-c', kind: 'footway' },
    { between: 'b-d', kind: 'steps', stepCount: 400 },
  ]);
  const search = new Search(street);
  test('ends inside edges where the time ends', () => {
    const reach = findReach(search, { edge: 0, fraction: 0.5 }, walkAt(street), 80);
    const parts = partsByEdge(reach);
    expect(parts.get(0)).toEqual([[0, 1]]);
    expect(parts.get(1)).toEqual([[0, expect.closeTo(0.3, 2)]]);
    // 400 steps up take 300 s: of 30 s a tenth.
    expect(parts.get(2)).toEqual([[0, expect.closeTo(30 / 300, 2)]]);
    expect(reach.meters).toBeCloseTo(100 + 30 + 10, 0);
  });
  test('a start in the middle of a long edge reaches only its neighbourhood', () => {
    const long = namedNetwork({ a: [0, 0, 200], b: [1000, 0, 200] }, [{ between: 'a-b', kind: 'footway' }]);
    const reach = findReach(new Search(long), { edge: 0, fraction: 0.5 }, walkAt(long), 60);
    expect(partsByEdge(reach)).toEqual(new Map([[0, [[expect.closeTo(0.44, 3), expect.closeTo(0.56, 3)]]]]));
    expect(reach.meters).toBeCloseTo(120, 0);
  });
  test('whoever stands at the end of a barred way goes on from there', () => {
    const network = namedNetwork({ a: [0, 0], b: [100, 0], c: [300, 0] }, [
      { between: 'a-b', kind: 'steps', stepCount: 20 },
      { between: 'b-c', kind: 'footway', width: 3, surface: 'asphalt' },
    ]);
    const search = new Search(network);
    const model = new CostModel(network, profiles.wheelchair);
    for (const reverse of [false, true])
      expect(
        findReach(search, { edge: network.edge('a-b'), fraction: 1 }, model, 600, reverse).meters,
      ).toBeCloseTo(200, 0);
  });
  test('to a place is not from it: an escalator goes one way', () => {
    const hill = namedNetwork({ a: [0, 0, 200], b: [50, 0, 200], c: [100, 0, 225], d: [150, 0, 225] }, [
      { between: 'a-b', kind: 'footway' },
      { between: 'b-c', kind: 'escalator', direction: 'forward', rideSeconds: 60 },
      { between: 'c-d', kind: 'footway' },
    ]);
    const up = new Search(hill);
    const has = (edge: number, start: number, reverse: boolean) =>
      findReach(up, { edge: start, fraction: 0.5 }, walkAt(hill), 600, reverse).parts.edge.includes(edge);
    expect([has(2, 0, false), has(2, 0, true)]).toEqual([true, false]);
    expect([has(0, 2, false), has(0, 2, true)]).toEqual([false, true]);
  });
  test('to a place by a time: a lift is judged when it is entered, before the arrival', () => {
    const tower = namedNetwork({ a: [0, 0, 200], b: [60, 0, 200], c: [60, 1, 230], d: [120, 1, 230] }, [
      { between: 'a-b', kind: 'footway' },
      {
        between: 'b-c',
        kind: 'elevator',
        lengthMeters: 1,
        waitSeconds: 30,
        rideSeconds: 30,
        openingHours: '07:00-22:00',
      },
      { between: 'c-d', kind: 'footway' },
    ]);
    const lift = new Search(tower);
    const isReached = (arriveMinute: number) => {
      const model = new CostModel(tower, { ...profiles.walk, metersPerSecond: 1 }, { arriveMinute });
      return findReach(lift, { edge: 2, fraction: 1 }, model, 600, true).parts.edge.includes(0);
    };
    // Two minutes before the arrival one stands before the lift.
    expect([7 * 60 + 1.9, 7 * 60 + 2.1, 22 * 60 + 1.9, 22 * 60 + 2.1].map(isReached)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test('the area does not leak over a river or up a cliff that no edge crosses', () => {
    // Two streets 60 m apart with nothing between, and one 25 m above the first, right beside it.
    const banks = namedNetwork(
      {
        a: [0, 0, 200],
        b: [300, 0, 200],
        c: [0, 60, 200],
        d: [300, 60, 200],
        e: [0, 24, 225],
        f: [300, 24, 225],
      },
      [
        { between: 'a-b', kind: 'footway' },
        { between: 'c-d', kind: 'footway' },
        { between: 'e-f', kind: 'footway' },
      ],
    );
    const both = new Search(banks);
    const area = reachPolygon(both, findReach(both, { edge: 0, fraction: 0.5 }, walkAt(banks), 140));
    expect(contains(area, at(150, -20))).toBe(true);
    expect(contains(area, at(150, 2))).toBe(true);
    expect(contains(area, at(150, 26))).toBe(false);
    expect(contains(area, at(150, 60))).toBe(false);
    // And not past where the time ends, give or take a cell of the raster.
    expect(contains(area, at(268, -10))).toBe(true);
    expect(contains(area, at(380, 0))).toBe(false);
  });
  test('a block walked round keeps its hole', () => {
    const block = namedNetwork({ a: [0, 0, 200], b: [300, 0, 200], c: [300, 300, 200], d: [0, 300, 200] }, [
      { between: 'a-b', kind: 'footway' },
      { between: 'b-c', kind: 'footway' },
      { between: 'c-d', kind: 'footway' },
      { between: 'd-a', kind: 'footway' },
    ]);
    const round = new Search(block);
    const area = reachPolygon(round, findReach(round, { edge: 0, fraction: 0.5 }, walkAt(block), 900));
    expect(area).toHaveLength(1);
    expect(area[0]).toHaveLength(2);
    expect(contains(area, at(150, 150))).toBe(false);
  });
  test('ten minutes lie inside fifteen, for every profile', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...profileIds),
        fc.boolean(),
        (seed, fraction, id, reverse) => {
          const network = randomNetwork(seed, 5, 5);
          const grid = new Search(network);
          const model = new CostModel(network, profiles[id]);
          const start = { edge: seed % network.edgeCount, fraction };
          const ten = findReach(grid, start, model, 200, reverse);
          const fifteen = partsByEdge(findReach(grid, start, model, 300, reverse));
          for (const [edge, parts] of partsByEdge(ten)) {
            const larger = fifteen.get(edge) ?? [];
            for (const [from, to] of parts)
              expect(larger.some((part) => part[0] <= from + 1e-6 && part[1] >= to - 1e-6)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
  test('parts of an edge stand beside each other, in order and apart, and make up the metres', () => {
    let several = 0;
    for (let round = 0; round < 300; round++) {
      const network = randomNetwork(round, 5, 5);
      const start = { edge: (round * 7) % network.edgeCount, fraction: (round % 11) / 10 };
      const model = new CostModel(network, profiles[profileIds[round % profileIds.length] ?? 'walk']);
      const { parts, meters } = findReach(new Search(network), start, model, 30 + 3 * (round % 60));
      const ended = new Map<number, number>();
      let sum = 0;
      for (const [i, edge] of parts.edge.entries()) {
        const [from, to] = [parts.from[i] as number, parts.to[i] as number];
        const before = ended.get(edge);
        if (before !== undefined) {
          expect([parts.edge[i - 1], from > before]).toEqual([edge, true]);
          several++;
        }
        expect([from >= 0, to > from, to <= 1]).toEqual([true, true, true]);
        ended.set(edge, to);
        sum += ((to - from) * (network.edgeLength[edge] as number)) / 10;
      }
      expect(meters).toBeCloseTo(sum, 3);
    }
    expect(several).toBeGreaterThan(20);
  });
  test('one reverse search gives every node its nearest place and the time to it', () => {
    fc.assert(
      fc.property(fc.nat(300), (seed) => {
        const network = randomNetwork(seed, 4, 4);
        const grid = new Search(network);
        const model = new CostModel(network, profiles.walk);
        const places = [0.2, 0.6, 0.9].map((share) => ({
          edge: Math.floor(share * network.edgeCount),
          fraction: 0.5,
        }));
        const alone = places.map((place) => {
          grid.explore([place], model, 1e9, true);
          return Array.from({ length: network.nodeCount }, (_, node) => grid.secondsAt(node));
        });
        grid.explore(places, model, 1e9, true);
        for (let node = 0; node < network.nodeCount; node++) {
          const least = Math.min(...alone.map((times) => times[node] as number));
          expect(grid.secondsAt(node)).toBe(least);
          if (least < Infinity) expect(alone[grid.sourceAt(node)]?.[node]).toBe(least);
        }
      }),
    );
  });
  test('whether all slots are weighed at once or one by one makes no difference, whatever the hour', () => {
    let [timed, far] = [0, 0];
    for (let round = 0; round < 120; round++) {
      const network = randomNetwork(5000 + round, 12, 12);
      const grid = new Search(network);
      const outages = new Map([[(round * 7) % network.edgeCount, [[-2, 2]]] as const]);
      const clocks = [{}, { departMinute: 22 * 60 - 2, outages }, { arriveMinute: 22 * 60 + 2, outages }];
      const profile = profiles[profileIds[round % profileIds.length] ?? 'walk'];
      const seed = { edge: (round * 31) % network.edgeCount, fraction: 0.4 };
      for (const options of clocks)
        for (const reverse of [false, true]) {
          const model = new CostModel(network, profile, options);
          const seconds = (most: number) => {
            grid.explore([seed], model, most, reverse);
            return Array.from({ length: network.nodeCount }, (_, node) => grid.secondsAt(node));
          };
          // All at once: without end, as much as the network is wide. One by one: a part of it.
          const [all, some] = [seconds(1e9), seconds(150)];
          for (const [node, found] of some.entries()) {
            const other = all[node] as number;
            if (found < Infinity) expect(other).toBeCloseTo(found, 3);
            else expect(other).toBeGreaterThan(150 - 1e-3);
            if (found > 100 && found < Infinity) far++;
          }
          if (options !== clocks[0]) timed++;
        }
    }
    expect([timed, far > 1000]).toEqual([480, true]);
  });
});
