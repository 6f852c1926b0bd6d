import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  climbLimits,
  dayTimes,
  type FilterableWalk,
  filterWalks,
  kmLimits,
  parseWalkFilter,
  sortOrders,
  stepFreeLevels,
  stepLimits,
  suitsTime,
  toWalkQuery,
  type WalkFilter,
} from './filter';
import { nightThemes, walkThemes } from './schema';

const level: FilterableWalk = {
  id: 'level',
  order: 2,
  themes: ['see'],
  night: [],
  best: { from: '09:00', to: '12:00' },
  wheelchair: 'yes',
  lengthMeters: 1500,
  ascent: 10,
  totalSeconds: 3000,
  stairs: { steps: 0, uncountedMeters: 0, unsurveyedMeters: 0 },
};
const stairs: FilterableWalk = {
  id: 'stairs',
  order: 1,
  themes: ['see', 'eat'],
  night: ['views', 'taste'],
  best: { from: '17:00', to: '22:00' },
  wheelchair: 'no',
  lengthMeters: 4200,
  ascent: 90,
  totalSeconds: 9000,
  stairs: { steps: 200, uncountedMeters: 0, unsurveyedMeters: 0 },
};
const uncounted: FilterableWalk = {
  ...stairs,
  id: 'uncounted',
  order: 3,
  stairs: { steps: 0, uncountedMeters: 40, unsurveyedMeters: 0 },
  wheelchair: undefined,
};
const all = [level, stairs, uncounted];
const ids = (query: string) =>
  filterWalks(all, parseWalkFilter(paramsOf(query)).filter).map((walk) => walk.id);
const paramsOf = (query: string) => {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) params[name] = [...(params[name] ?? []), value];
  return params;
};

describe('filtering', () => {
  test('without a filter all walks come in the recommended order', () => {
    expect(ids('')).toEqual(['stairs', 'level', 'uncounted']);
  });
  test('length, climb, theme and time each leave out what does not fit', () => {
    expect(ids('km=2')).toEqual(['level']);
    expect(ids('climb=80')).toEqual(['level']);
    expect(ids('theme=eat')).toEqual(['stairs', 'uncounted']);
    expect(ids('theme=eat&theme=stay')).toEqual([]);
    expect(ids('time=morning')).toEqual(['level']);
    expect(ids('night=views')).toEqual(['stairs', 'uncounted']);
  });
  test('uncounted stairs never pass a limit of steps', () => {
    expect(ids('steps=300')).toEqual(['stairs', 'level']);
    expect(ids('steps=none')).toEqual(['level']);
  });
  test('a way nobody surveyed never passes a limit of steps', () => {
    const guessed = { ...level, stairs: { ...level.stairs, unsurveyedMeters: 300 } };
    expect(filterWalks([guessed], parseWalkFilter({ steps: 'none' }).filter)).toEqual([]);
  });
  test('unknown access is not step-free', () => {
    expect(ids('stepfree=whole')).toEqual(['level']);
    expect(ids('stepfree=part')).toEqual(['level']);
  });
  test('sorting', () => {
    expect(ids('sort=shortest')[0]).toBe('level');
    expect(ids('sort=longest')).toEqual(['stairs', 'uncounted', 'level']);
    expect(ids('sort=gentlest')[0]).toBe('level');
    expect(ids('sort=quickest')[0]).toBe('level');
  });
  test('best hours past midnight belong to the evening', () => {
    expect(suitsTime({ from: '21:00', to: '01:00' }, 'evening')).toBe(true);
    expect(suitsTime({ from: '21:00', to: '01:00' }, 'morning')).toBe(false);
    expect(suitsTime({ from: '11:30', to: '15:00' }, 'morning')).toBe(false);
  });
});

describe('the address', () => {
  test('nonsense is listed and the rest kept', () => {
    const { filter, ignored } = parseWalkFilter({
      km: '99',
      theme: ['see', 'sleep'],
      colour: 'red',
      sort: ['shortest', 'longest'],
      utm_source: 'x',
    });
    expect(filter).toEqual({ themes: ['see'], night: [], sort: 'shortest' });
    expect(ignored).toEqual([
      { name: 'km', value: '99' },
      { name: 'theme', value: 'sleep' },
      { name: 'sort', value: 'longest' },
      { name: 'colour', value: 'red' },
    ]);
  });
  test('empty fields of a form mean any', () => {
    expect(parseWalkFilter({ km: '', theme: [''] })).toEqual({
      filter: { themes: [], night: [], sort: 'recommended' },
      ignored: [],
    });
  });
  test('every filter survives the way through the address', () => {
    const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      km: maybe(kmLimits),
      climb: maybe(climbLimits),
      steps: maybe(stepLimits),
      stepFree: maybe(stepFreeLevels),
      time: maybe(dayTimes),
      themes: fc.subarray([...walkThemes]),
      night: fc.subarray([...nightThemes]),
      sort: fc.constantFrom(...sortOrders),
    });
    fc.assert(
      fc.property(filters, (drawn) => {
        const filter = Object.fromEntries(
          Object.entries(drawn).filter(([, value]) => value !== undefined),
        ) as unknown as WalkFilter;
        expect(parseWalkFilter(paramsOf(toWalkQuery(filter)))).toEqual({ filter, ignored: [] });
      }),
    );
  });
});
