import { expect, test } from 'vitest';
import { loadContent } from '@/lib/content/server/load-content';
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { toMeasuredWalk } from './measured-walk';
import { stepFreeWays } from './step-free';

const { walks, network } = await loadContent();
const found = new Map(
  walks.map((walk) => {
    const measured = toMeasuredWalk(network, walk);
    return [walk.id, { measured, ways: stepFreeWays(network, measured) }];
  }),
);
const waysOf = (id: string) => found.get(id)?.ways ?? [];

test('a way around stairs begins and ends on the walk, takes no step, and is not the walk', () => {
  const kinds = new Map(
    network.edges.flatMap(({ kind, geometry }) =>
      geometry.slice(1).map((point, index) => [`${geometry[index]} ${point}`, kind] as const),
    ),
  );
  const all = [...found.values()].filter(({ ways }) => ways.length > 0);
  expect(all.length).toBeGreaterThanOrEqual(3);
  for (const { measured, ways } of all) {
    const walked = measured.measures.line;
    const toWalk = (point: LngLat) => Math.min(...walked.map((other) => distanceMeters(point, other)));
    for (const way of ways) {
      expect(toWalk(way[0] as LngLat)).toBeLessThan(2);
      expect(toWalk(way.at(-1) as LngLat)).toBeLessThan(2);
      for (const [index, point] of way.slice(1).entries()) {
        const kind = kinds.get(`${way[index]} ${point}`) ?? kinds.get(`${point} ${way[index]}`);
        expect(['steps', 'escalator']).not.toContain(kind);
      }
    }
  }
});

test('the long stairs of Shibati are gone round; where nobody surveyed a way around, none is drawn', () => {
  expect(waysOf('lower-city').length).toBeGreaterThan(0);
  expect(waysOf('third-walkway').length).toBeGreaterThan(0);
  // Every other way between Eling and Liziba is barred or a guess.
  expect(waysOf('eling-liziba')).toEqual([]);
  // A walk without stairs needs none.
  expect(waysOf('zhongshan4')).toEqual([]);
});
