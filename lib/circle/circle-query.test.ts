import { describe, expect, test } from 'vitest';
import { formatCircleQuery, parseCircleQuery } from './circle-query';

const known = () => true;
const toParams = (address: string) => {
  const params = new URLSearchParams(address);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
};

describe('a circle in the address', () => {
  test.each([
    '',
    'from=place.jiefangbei',
    'from=106.57336%2C29.56011&profile=wheelchair&at=21%3A30&up=6&with=station.liziba&minutes=30&way=to&category=health&category=toilet',
  ])('written as it was read: %s', (address) => {
    const { query, ignored } = parseCircleQuery(toParams(address), known);
    expect(ignored).toEqual([]);
    expect(formatCircleQuery(query).toString()).toBe(address);
  });
  test.each([
    ['at=10%3A00', 'depart'],
    ['at=10%3A00&when=arrive', 'depart'],
    ['at=10%3A00&way=to', 'arrive'],
    ['at=10%3A00&way=to&when=depart', 'arrive'],
    ['when=any&way=to', 'any'],
  ])('the direction says what a time means: %s', (address, when) => {
    expect(parseCircleQuery(toParams(address), known)).toMatchObject({ query: { when }, ignored: [] });
  });
  test('what nobody knows is named and left out', () => {
    const { query, ignored } = parseCircleQuery(
      toParams(
        'from=place.atlantis&profile=bird&minutes=12&category=casino&category=health&way=up&prefer=gentlest&to=x',
      ),
      () => false,
    );
    expect(ignored.map(({ name, value }) => `${name}=${value}`).sort()).toEqual([
      'category=casino',
      'from=place.atlantis',
      'minutes=12',
      'prefer=gentlest',
      'profile=bird',
      'to=x',
      'way=up',
    ]);
    expect(query).toMatchObject({ profile: 'walk', minutes: 15, direction: 'from', categories: ['health'] });
    expect(query.start).toBeUndefined();
  });
});
