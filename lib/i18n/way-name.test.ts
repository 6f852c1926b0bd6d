import { expect, test } from 'vitest';
import type { Locale } from './locales';
import { wayName } from './way-name';

test.each<[Locale, string]>([
  ['zh-CN', '民权路'],
  ['zh-Hant', '民权路'],
  ['en', '民权路 (Minquan Lu)'],
  ['ja', '民权路（Minquan Lu）'],
  ['ko', '民权路(Minquan Lu)'],
])('%s', (locale, said) => expect(wayName(locale, { name: '民权路', latin: 'Minquan Lu' })).toBe(said));

test('what has no Latin form, or no name, gets none', () => {
  expect(wayName('en', { name: 'Rue Grimaldi' })).toBe('Rue Grimaldi');
  expect(wayName('en', { name: undefined, latin: 'x' })).toBeUndefined();
});
