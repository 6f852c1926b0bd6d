import { expect, test } from 'vitest';
import { parseCoverageQuery } from './coverage-query';

const listed = ['health', 'green'] as const;

test('what the address asks for', () => {
  expect(parseCoverageQuery({ profile: 'cane', category: 'green' }, listed)).toEqual({
    query: { profile: 'cane', category: 'green' },
    ignored: [],
    unlisted: [],
  });
});

test('nonsense and a second value are left out and named, a category nobody has listed by itself', () => {
  expect(
    parseCoverageQuery({ profile: ['bird', 'walk'], category: 'jobs', colour: 'red', empty: '' }, listed),
  ).toEqual({
    query: { profile: 'walk', category: 'health' },
    ignored: [
      { name: 'profile', value: 'bird' },
      { name: 'profile', value: 'walk' },
      { name: 'colour', value: 'red' },
    ],
    unlisted: ['jobs'],
  });
});
