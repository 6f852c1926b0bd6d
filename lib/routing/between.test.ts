import { expect, test } from 'vitest';
import { Between } from './between';
import { bit, CostModel, TEMPORARY } from './cost';
import { headOf, slopeOf } from './edge-records';
import { makeSeries, randomNetwork } from './fixtures/networks';
import type { PackedNetwork } from './packed-network';
import { profileIds, profiles } from './profiles';
import type { Snap } from './search';

/** What a slot asks for: nothing, its slope where that alone is too steep, or never. */
function needOf(model: CostModel, slot: number): number {
  if (!model.weigh(slot)) return Number.POSITIVE_INFINITY;
  const violations = model.violations & ~TEMPORARY;
  return violations === 0 ? 0 : slopeNeed(model.network)(violations, slot);
}
const slopeNeed = (network: PackedNetwork) => (violations: number, slot: number) =>
  violations === bit('inclineUp') || violations === bit('inclineDown')
    ? Math.abs(slopeOf(network, slot >> 1, (slot & 1) === 1))
    : Number.POSITIVE_INFINITY;

/** Nodes one comes to from a place over slots that `passes` takes, by trying all slots until nothing changes. */
function nodesFrom(network: PackedNetwork, { edge, fraction }: Snap, passes: (slot: number) => boolean) {
  const nodes = new Set<number>();
  for (const slot of [edge * 2, edge * 2 + 1])
    if ((slot & 1 ? fraction : 1 - fraction) === 0 || passes(slot)) nodes.add(headOf(network, slot));
  for (let before = -1; before < nodes.size; ) {
    before = nodes.size;
    for (let slot = 0; slot < network.edgeCount * 2; slot++)
      if (nodes.has(headOf(network, slot ^ 1)) && passes(slot)) nodes.add(headOf(network, slot));
  }
  return nodes;
}

test('the least need, whether on an islet, and the fewest barred edges are those of trying everything', () => {
  const random = makeSeries(21);
  const seen = { free: 0, steep: 0, never: 0, islets: 0 };
  for (let round = 0; round < 600; round++) {
    const network = randomNetwork(5000 + round, 4, 4);
    const heads = network.adjacency.map((slot) => headOf(network, slot));
    const between = new Between(network, heads);
    const profile = profiles[profileIds[5 + (round % 3)] as (typeof profileIds)[number]];
    const model = new CostModel(network, { ...profile, maxInclineUp: 0.04, unknown: 'assume' });
    const snap = (): Snap => ({
      edge: Math.floor(random() * network.edgeCount),
      fraction: Math.min(1, Math.max(0, random() * 1.4 - 0.2)),
    });
    const [from, to] = [snap(), snap()];
    const slots = Array.from({ length: network.edgeCount * 2 }, (_, slot) => slot);
    const needs = slots.map((slot) => needOf(model, slot));
    const levels = [...new Set(needs)].filter(Number.isFinite).sort((a, b) => a - b);
    const along = from.edge * 2 + (to.fraction < from.fraction ? 1 : 0);
    const joins = (level: number) => {
      if (from.edge === to.edge && (needs[along] as number) <= level) return true;
      const nodes = nodesFrom(network, from, (slot) => (needs[slot] as number) <= level);
      return [to.edge * 2, to.edge * 2 + 1].some((slot) => {
        const isThere = (slot & 1 ? 1 - to.fraction : to.fraction) === 0;
        return nodes.has(headOf(network, slot ^ 1)) && (isThere || (needs[slot] as number) <= level);
      });
    };
    const expected = levels.find(joins) ?? Number.POSITIVE_INFINITY;
    const need = slopeNeed(network);
    expect(between.leastNeed(from, to, model, need), `${round}`).toBe(expected);
    const strict = () => Number.POSITIVE_INFINITY;
    expect(between.isOnIslet(from, to, model, strict)).toBe(!joins(0));
    if (expected === 0) seen.free++;
    else if (expected < Number.POSITIVE_INFINITY) seen.steep++;
    else seen.never++;
    if (!joins(0)) seen.islets++;

    // Barred edges to a place, by relaxing until nothing changes.
    const against = round % 2 === 0;
    const taken = (slot: number) => (against ? slot ^ 1 : slot);
    const barred = (slot: number) => (model.weigh(taken(slot)) ? Math.sign(model.violations) : Infinity);
    const fewest = new Map<number, number>();
    const relax = (node: number, count: number) => {
      if (!(count < (fewest.get(node) ?? Number.POSITIVE_INFINITY))) return false;
      fewest.set(node, count);
      return true;
    };
    for (const slot of [to.edge * 2, to.edge * 2 + 1])
      relax(headOf(network, slot), (slot & 1 ? to.fraction : 1 - to.fraction) === 0 ? 0 : barred(slot));
    for (let changes = true; changes; ) {
      changes = false;
      for (const slot of slots)
        if (relax(headOf(network, slot), (fewest.get(headOf(network, slot ^ 1)) ?? Infinity) + barred(slot)))
          changes = true;
    }
    between.countAround(to, against, model);
    for (const [node, count] of fewest) expect(between.fewestAt(node)).toBe(count);
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});
