import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CostModel } from './cost';
import { makeSeries, randomNetwork } from './fixtures/networks';
import { profiles } from './profiles';
import { describePath } from './route';
import { Search } from './search';

describe('a way told backwards', () => {
  test('swaps ascent and descent, steps up and down; its length stays', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const network = randomNetwork(seed, 8, 8);
        const random = makeSeries(seed);
        const snap = () => ({ edge: Math.floor(random() * network.edgeCount), fraction: random() });
        const model = new CostModel(network, profiles.walk);
        const path = new Search(network).findPath(snap(), snap(), model);
        if (!path) return;
        const there = describePath(path, model);
        const back = describePath(
          {
            ...path,
            slots: path.slots.map((slot) => slot ^ 1).reverse(),
            startFraction: path.endFraction,
            endFraction: path.startFraction,
          },
          model,
        );
        expect(back.lengthMeters).toBeCloseTo(there.lengthMeters, 6);
        expect(back.ascent).toBeCloseTo(there.descent, 6);
        expect(back.descent).toBeCloseTo(there.ascent, 6);
        expect(back.uncountedMeters).toBeCloseTo(there.uncountedMeters, 6);
        // Counted stairs on the level, or of unknown rise, have no up and no down.
        expect(back.stepsUp + back.stepsDown).toBe(there.stepsUp + there.stepsDown);
        expect(back.line).toHaveLength(there.line.length);
      }),
      { numRuns: 200 },
    );
  });
});
