import { expect, test } from 'vitest';
import type { NodeTraits } from '../../osm/tags';
import { withNodes } from './node-effects';

const node = (traits: Partial<NodeTraits>): NodeTraits => ({
  kerb: undefined,
  tactilePaving: undefined,
  wheelchair: undefined,
  width: undefined,
  openingHours: undefined,
  isBlocked: false,
  elevation: undefined,
  level: undefined,
  lift: undefined,
  ...traits,
});
const crossing = { kind: 'crossing' } as const;

test('the highest kerb counts, in whatever order they are met', () => {
  const [low, high] = [node({ kerb: 'lowered' }), node({ kerb: 'raised' })];
  expect(withNodes(crossing, [low, high]).kerb).toBe('raised');
  expect(withNodes(crossing, [high, low]).kerb).toBe('raised');
});
test('the narrowest and the least accessible count', () => {
  const gates = [node({ width: 0.8, wheelchair: 'no' }), node({ width: 1.1, wheelchair: 'yes' })];
  expect(withNodes({ ...crossing, width: 2 }, gates)).toMatchObject({ width: 0.8, wheelchair: 'no' });
  expect(withNodes({ ...crossing, width: 0.7 }, gates).width).toBe(0.7);
});
test('paving leads across only when it is at both kerbs', () => {
  const paved = node({ kerb: 'flush', tactilePaving: 'yes' });
  expect(withNodes(crossing, [paved, paved]).tactilePaving).toBe('yes');
  expect(withNodes(crossing, [paved]).tactilePaving).toBeUndefined();
  expect(withNodes(crossing, [paved, node({ kerb: 'flush', tactilePaving: 'no' })]).tactilePaving).toBe('no');
});
test('hours of a gate are the hours of the way through it', () => {
  expect(withNodes(crossing, [node({ openingHours: '06:00-22:00' })]).openingHours).toBe('06:00-22:00');
});
