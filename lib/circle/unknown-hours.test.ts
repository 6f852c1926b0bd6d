import { expect, test } from 'vitest';
import { namedNetwork } from '@/lib/routing/fixtures/networks';
import { ridesWithoutHours } from './unknown-hours';

test('names each lift and ride of which nobody knows when it runs, once', () => {
  const network = namedNetwork({ a: [0, 0, 200], b: [50, 0, 230], c: [100, 0, 260], d: [150, 0, 260] }, [
    { between: 'a-b', kind: 'elevator', name: 'Lift', openingHours: '07:00-22:00' },
    { between: 'a-b', kind: 'escalator', name: 'Long Escalator' },
    { between: 'b-c', kind: 'escalator', name: 'Long Escalator' },
    { between: 'b-c', kind: 'elevator', name: 'Old Lift', openingHours: 'when the guard is there' },
    { between: 'c-d', kind: 'footway', name: 'Street' },
    { between: 'c-d', kind: 'moving_walkway' },
  ]);
  const all = ridesWithoutHours(
    network,
    Array.from({ length: network.edgeCount }, (_, edge) => edge),
  );
  expect(all.map(({ kind, name }) => [kind, name])).toEqual([
    ['escalator', 'Long Escalator'],
    ['elevator', 'Old Lift'],
    ['moving_walkway', undefined],
  ]);
  expect(ridesWithoutHours(network, [0, 4])).toEqual([]);
});
