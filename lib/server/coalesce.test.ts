import { expect, test } from 'vitest';
import { coalesce, coalesceFor } from './coalesce';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

test('the first goes alone at once, the rest together, each with its own answer', async () => {
  const rounds: number[][] = [];
  const double = coalesce(async (items: readonly number[]) => {
    rounds.push([...items]);
    await later();
    return items.map((item) => item * 2);
  });
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(rounds).toEqual([[1], [2, 3, 4]]);
  expect(await double(5)).toBe(10);
});

test('no round holds more than 128', async () => {
  const sizes: number[] = [];
  const same = coalesce(async (items: readonly number[]) => {
    sizes.push(items.length);
    await later();
    return items;
  });
  const items = Array.from({ length: 300 }, (_, i) => i);
  expect(await Promise.all(items.map(same))).toEqual(items);
  expect(sizes).toEqual([1, 128, 128, 43]);
});

test('one bad item fails for itself only, and the queue goes on', async () => {
  const work = coalesce(async (items: readonly number[]) => {
    await later();
    if (items.includes(3)) throw new Error('three');
    return items;
  });
  const results = await Promise.allSettled([1, 2, 3, 4].map(work));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(await work(5)).toBe(5);
});

test('where everything fails all of a round hear so together, not one after the other', async () => {
  let [now, most] = [0, 0];
  const work = coalesce(async (items: readonly number[]): Promise<number[]> => {
    most = Math.max(most, ++now);
    await later();
    now--;
    throw new Error(`no database for ${items.length}`);
  });
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(work));
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(most).toBe(4);
});

test('owners do not wait for each other', async () => {
  const seen: string[] = [];
  const work = coalesceFor(async (owner: { name: string }, items: readonly number[]) => {
    seen.push(`${owner.name} ${items.join('+')}`);
    await later();
    return items;
  });
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  await Promise.all([work(a, 1), work(b, 2), work(a, 3), work(a, 4)]);
  expect(seen).toEqual(['a 1', 'b 2', 'a 3+4']);
});
