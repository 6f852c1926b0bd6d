import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './text';

test('line ends, hidden characters and bidi tricks', () => {
  expect(cleanText('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  expect(cleanText('invoice\u202Egpj.exe')).toBe('invoicegpj.exe');
  expect(cleanText('a\u0000b\u200Bc\uFEFF')).toBe('abc');
  expect(cleanText('  two  \n\n\n\n lines \t')).toBe('two\n\n lines');
  expect(cleanLine('a\n b\t c')).toBe('a b c');
});
test('what people write stays: emoji with joiners, tone marks, combined letters as one', () => {
  expect(cleanText('👨‍👩‍👧 坡道 é')).toBe('👨‍👩‍👧 坡道 é');
  expect(cleanText('e\u0301')).toBe('é');
  expect(cleanText('<b>台阶</b> & "x"')).toBe('<b>台阶</b> & "x"');
});
test('cleaning twice is cleaning once, and the outcome is well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
      expect(once).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(once).not.toContain('\u0000');
    }),
  );
  expect(cleanText('a\ud800b').isWellFormed()).toBe(true);
});
