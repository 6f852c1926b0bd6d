import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdSet } from './id-set';
import { NodeTable } from './node-table';

/** Runs of neighbours, ids of today's size and beyond, and the negative ones of unsaved edits. */
const id = fc.oneof(
  fc.integer({ min: -5000, max: 60_000 }),
  fc.integer({ min: 11_000_000_000, max: 11_000_050_000 }),
);

test('the table numbers ids like a map, and counts junctions', () => {
  fc.assert(
    fc.property(
      fc.array(id, { maxLength: 6000, size: 'max' }),
      fc.array(id, { maxLength: 50 }),
      (ids, others) => {
        const [table, map, uses] = [new NodeTable(), new Map<number, number>(), new Map<number, number>()];
        for (const each of ids) {
          const node = table.add(each);
          table.use(node);
          if (!map.has(each)) map.set(each, map.size);
          uses.set(each, (uses.get(each) ?? 0) + 1);
          expect(node).toBe(map.get(each));
        }
        for (const each of [...ids, ...others]) expect(table.find(each)).toBe(map.get(each) ?? -1);
        for (const [each, node] of map) expect(table.isShared(node)).toBe((uses.get(each) ?? 0) > 1);
      },
    ),
    { numRuns: 30, seed: 1 },
  );
});

test('the set of ids is a set', () => {
  fc.assert(
    fc.property(fc.array(id), fc.array(id), (ids, others) => {
      const [pages, set] = [new IdSet(), new Set(ids)];
      for (const each of ids) pages.add(each);
      for (const each of [...ids, ...others]) expect(pages.has(each)).toBe(set.has(each));
    }),
    { numRuns: 100, seed: 1 },
  );
});
