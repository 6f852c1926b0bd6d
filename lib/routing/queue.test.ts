import { expect, test } from 'vitest';
import { makeSeries } from './fixtures/networks';
import { WideQueue } from './queue';

test('a key that is no number or beyond all measure is left out, and does not hang', () => {
  const queue = new WideQueue();
  for (const key of [Number.NaN, Number.POSITIVE_INFINITY, 1e300, 7]) queue.push(1, key);
  expect([queue.size, queue.least]).toEqual([1, 7]);
});

test.each([1, 8])(
  'what is taken out comes in order, near, far and very far keys alike, %d buckets a unit',
  (perUnit) => {
    const random = makeSeries(11);
    const queue = new WideQueue(perUnit);
    for (let round = 0; round < 20; round++) {
      queue.clear();
      const left: number[] = [];
      let last = 0;
      const add = () => {
        // As in a search: never before what was taken; now and then as far off as a barrier costs.
        const key = last + (random() < 0.05 ? 1e6 : random() < 0.2 ? 3000 : 30) * random();
        queue.push(left.push(key) - 1, key);
      };
      for (let i = 0; i < 3000; i++) {
        if (queue.size === 0 || random() < 0.6) add();
        else {
          const least = queue.least;
          const taken = left[queue.pop()] as number;
          expect(taken).toBe(least);
          expect(taken).toBeGreaterThanOrEqual(last);
          last = taken;
        }
      }
      // Left half full: the next round must not notice.
      while (round % 2 === 0 && queue.size > 0) {
        const taken = left[queue.pop()] as number;
        expect(taken).toBeGreaterThanOrEqual(last);
        last = taken;
      }
    }
  },
);
