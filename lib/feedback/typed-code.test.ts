import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCode, makeCode, makeReference } from './code';
import { readCode } from './typed-code';

test('a code is read however it is typed', () => {
  fc.assert(
    fc.property(fc.constantFrom('-', ' ', '', ' – ', '\u3000'), (between) => {
      const code = makeCode();
      const typed = formatCode(code).replaceAll('-', between).replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readCode(typed.toLowerCase())).toEqual({ code });
    }),
  );
});

test('what is wrong is said exactly', () => {
  const code = makeCode();
  expect(readCode('  ')).toEqual({ fault: 'empty' });
  expect(readCode(makeReference().toLowerCase())).toEqual({ fault: 'reference' });
  expect(readCode(code.slice(1))).toEqual({ fault: 'short', count: 15 });
  expect(readCode(`${code}7`)).toEqual({ fault: 'long', count: 17 });
  expect(readCode('ABCD-EFGH-JKMN-PQR#')).toEqual({ fault: 'letters', letters: '#' });
  expect(readCode('码'.repeat(16))).toEqual({ fault: 'letters', letters: '码' });
  expect(readCode((code.startsWith('2') ? '3' : '2') + code.slice(1))).toEqual({ fault: 'mistyped' });
  expect(readCode('x'.repeat(10_000))).toEqual({ fault: 'long', count: 200 });
});
