import { expect, test } from 'vitest';
import { type FloorSpan, settleLevels } from './node-levels';
import type { EdgeInput, NodeInput } from './packed-network';

type Way = Pick<EdgeInput, 'from' | 'to' | 'kind' | 'level'>;
const way = (from: number, to: number, level: number | undefined, kind: Way['kind'] = 'indoor'): Way => ({
  from,
  to,
  level,
  kind,
});

function levelsOf(ways: Way[], spans: FloorSpan[] = [], known: Record<number, number> = {}) {
  const nodes: NodeInput[] = Array.from({ length: 4 }, (_, index) => ({
    position: [0, 0],
    level: known[index],
  }));
  settleLevels(nodes, ways, spans);
  return nodes.map(({ level }) => level);
}

test('a node lies on the floor of its ways, halves too', () => {
  expect(levelsOf([way(0, 1, -0.5), way(1, 2, -0.5), way(2, 3, undefined)])).toEqual([
    -0.5,
    -0.5,
    -0.5,
    undefined,
  ]);
});
test('where ways disagree nobody knows, however many there are', () => {
  expect(levelsOf([way(0, 1, 0), way(1, 2, 1), way(1, 3, 0)])).toEqual([0, undefined, 1, 0]);
});
test('the floor written on stairs is not that of both their ends', () => {
  expect(levelsOf([way(0, 1, 0, 'steps'), way(1, 2, 1)])).toEqual([undefined, 1, 1, undefined]);
});
test('what joins two floors tells one end by the other', () => {
  const lift = { from: 1, to: 2, levels: [-1, 0] };
  expect(levelsOf([way(0, 1, -1)], [lift])).toEqual([-1, -1, 0, undefined]);
  expect(levelsOf([way(2, 3, -1)], [lift])).toEqual([undefined, 0, -1, -1]);
});
test('three floors, another floor or no known end tell nothing', () => {
  expect(levelsOf([way(0, 1, 0)], [{ from: 1, to: 2, levels: [0, 1, 2] }])[2]).toBeUndefined();
  expect(levelsOf([way(0, 1, 5)], [{ from: 1, to: 2, levels: [0, 1] }])[2]).toBeUndefined();
  expect(levelsOf([], [{ from: 1, to: 2, levels: [0, 1] }])).toEqual(Array(4).fill(undefined));
});
test('a floor that was mapped on the node stays', () => {
  expect(levelsOf([way(0, 1, 0)], [], { 0: 2 })).toEqual([2, 0, undefined, undefined]);
});
