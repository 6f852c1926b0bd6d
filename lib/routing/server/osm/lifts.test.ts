import { expect, test } from 'vitest';
import { planLift } from './lifts';

const stops = (...ways: [levels: number[], layer?: number][]) =>
  planLift(ways.map(([levels, layer = 0]) => ({ levels, layer }))).stops;

test('ways on the same floor share a stop', () => {
  expect(stops([[0]], [[3]], [[3]])).toEqual(['level 0', 'level 3', 'level 3']);
});
test('outdoor ways without a floor are on floor 0 when it is there, else on a stop of their own', () => {
  expect(stops([[]], [[0]], [[1]])).toEqual(['level 0', 'level 0', 'level 1']);
  expect(stops([[]], [[1]])).toEqual(['ground', 'level 1']);
});
test('a bridge over a lift is its upper stop', () => {
  expect(stops([[], 1], [[]])).toEqual(['layer 1', 'ground']);
});
test('stairs from floor to floor meet the lift where another way does', () => {
  expect(stops([[0, 1]], [[1]])).toEqual(['level 1', 'level 1']);
});
test('without any floor each way has its stop', () => {
  expect(
    planLift([
      { levels: [], layer: 0 },
      { levels: [], layer: 0 },
    ]),
  ).toEqual({
    stops: ['way 0', 'way 1'],
    areFloorsKnown: false,
  });
});
