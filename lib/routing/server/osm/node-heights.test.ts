import { expect, test } from 'vitest';
import type { EdgeInput, NodeInput } from '../../packed-network';
import { GROUNDS, type Ground, setHeights } from './node-heights';

const { ground, neutral, offGround } = GROUNDS;

/** A row of nodes 100 m apart, edges of the given grounds between them, over a model whose height is the node's number times 10. */
function heightsOf(
  grounds: readonly Ground[],
  surveyed: Record<number, number> = {},
  stacked: number[] = [],
) {
  const nodes: NodeInput[] = Array.from({ length: grounds.length + 1 }, (_, index) => ({
    position: [index, 0],
    elevation: surveyed[index],
  }));
  const edges: EdgeInput[] = grounds.map((_, index) => ({
    from: index,
    to: index + 1,
    kind: 'footway',
    lengthMeters: 100,
    geometry: [],
  }));
  setHeights(
    { nodes, edges, grounds: [...grounds], stacked: new Set(stacked) },
    { sample: ([lng]) => lng ** 2 * 10 },
  );
  // Every height but the surveyed ones is marked as the model's.
  for (const [index, { elevation, isModelled = false }] of nodes.entries())
    expect(isModelled, `node ${index}`).toBe(elevation !== undefined && surveyed[index] === undefined);
  return nodes.map(({ elevation }) => (elevation === undefined ? undefined : Math.round(elevation)));
}

test('the ground has the height of the model, surveyed heights stay', () => {
  expect(heightsOf([ground, ground], { 1: 7 })).toEqual([0, 7, 40]);
});
test('a bridge is straight from end to end, whatever lies below', () => {
  expect(heightsOf([ground, offGround, offGround, offGround, ground])).toEqual([0, 10, 60, 110, 160, 250]);
});
test('a bridge between stairs is higher than the ground by nobody knows how much', () => {
  expect(heightsOf([ground, neutral, offGround, neutral, ground])).toEqual([
    0,
    10,
    undefined,
    undefined,
    160,
    250,
  ]);
});
test('inside buildings and in lifts the ground says nothing', () => {
  expect(heightsOf([ground, neutral, neutral])).toEqual([0, 10, undefined, undefined]);
  expect(heightsOf([ground, ground], {}, [1])).toEqual([0, undefined, 40]);
});
