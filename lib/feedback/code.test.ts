import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCode, isReference, makeCode, makeReference, parseCode } from './code';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('a code is read again however it was typed', () => {
  for (let round = 0; round < 200; round++) {
    const code = makeCode();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(parseCode(formatCode(code))).toBe(code);
    expect(parseCode(` ${formatCode(code).toLowerCase().replaceAll('-', '–')} `)).toBe(code);
    expect(parseCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
    expect(parseCode(code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))).toBe(
      code,
    );
  }
});
test('one wrong digit is found, always', () => {
  fc.assert(
    fc.property(fc.nat(15), fc.nat(31), (at, other) => {
      const code = makeCode();
      const digit = digits.charAt(other);
      if (code[at] === digit) return;
      expect(parseCode(code.slice(0, at) + digit + code.slice(at + 1))).toBeUndefined();
    }),
  );
});
test('two digits changed over are found, but for 0 and Z', () => {
  fc.assert(
    fc.property(fc.nat(14), (at) => {
      const code = makeCode();
      const [a = '', b = ''] = [code[at], code[at + 1]];
      if (a === b || (a + b).match(/^(0Z|Z0)$/)) return;
      expect(parseCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});
test('anything else is no code', () => {
  for (const text of [
    '',
    'abc',
    'U'.repeat(16),
    '1'.repeat(15),
    "' OR 1=1 --",
    '../../etc/passwd',
    'x'.repeat(5000),
  ])
    expect(parseCode(text)).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => parseCode(text) === undefined || text.length >= 16));
});
test('references are no codes and differ', () => {
  const made = new Set(Array.from({ length: 1000 }, makeReference));
  expect(made.size).toBe(1000);
  for (const reference of made) expect(isReference(reference) && parseCode(reference)).toBe(undefined);
});
