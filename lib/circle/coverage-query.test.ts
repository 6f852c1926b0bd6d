import { expect, test } from 'vitest';
import { parseCoverageQuery } from './coverage-query';

const listed = ['health', 'green'] as const;

test('what the address asks for', () => {
  expect(parseCoverageQuery({ profile: 'cane', category: 'green' }, listed)).toEqual({
    query: { profile: 'cane', category: 'green' },
    ignored: [],
  });
});

test('nonsense, a second value and a category nobody has listed are left out and named', () => {
  expect(
    parseCoverageQuery({ profile: ['bird', 'walk'], category: 'jobs', colour: 'red', empty: '' }, listed),
  ).toEqual({
    query: { profile: 'walk', category: 'health' },
    ignored: [
      { name: 'profile', value: 'bird' },
      { name: 'profile', value: 'walk' },
      { name: 'category', value: 'jobs' },
      { name: 'colour', value: 'red' },
    ],
  });
});
