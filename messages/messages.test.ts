import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/i18n/locales';

type Tree = { [key: string]: string | Tree };

const read = (locale: string) =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `${locale}.json`), 'utf8')) as Tree;

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

/** Names of the arguments of an ICU message, each once, at any depth. */
function argumentsOf(message: string): string[] {
  return [
    ...new Set([...message.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map((match) => match[1] ?? '')),
  ].sort();
}

const english = flatten(read('en'));

describe.each(locales.filter((locale) => locale !== 'en'))('messages in %s', (locale) => {
  const texts = flatten(read(locale));
  test('the same keys as English', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });
  test('the same ICU arguments', () => {
    for (const [key, text] of english)
      expect(argumentsOf(texts.get(key) ?? ''), key).toEqual(argumentsOf(text));
  });
  test('nothing empty and nothing left in English', () => {
    for (const [key, text] of texts) {
      expect(text.trim(), key).not.toBe('');
      // Names such as "GPX" may stand as they are; a sentence may not.
      if (/[a-z]{3,} [a-z]{2,} [a-z]{2,}/.test(english.get(key) ?? ''))
        expect(text, key).not.toBe(english.get(key));
    }
  });
});
