import { expect, test } from 'vitest';
import { readAnswer, readAnswers } from './answers';
import type { KindRules, QuestionRules } from './kind';

const question = (changes: Partial<QuestionRules>): QuestionRules => ({
  code: 'q',
  datatype: 'string',
  variable: true,
  required: false,
  values: [],
  ...changes,
});
const list = (datatype: 'singlevaluelist' | 'multivaluelist', required = false) =>
  question({ datatype, required, values: [{ key: 'a' }, { key: 'b' }] });

test('nothing given', () => {
  for (const typed of [undefined, '', '  ', [], ['']]) {
    expect(readAnswer(question({}), typed)).toEqual({});
    expect(readAnswer(question({ required: true }), typed)).toEqual({ fault: 'required' });
  }
  // Only hidden characters are nothing, too.
  expect(readAnswer(question({ required: true }), '\u200b')).toEqual({ fault: 'required' });
});
test('lists take what they offer, in their own order', () => {
  expect(readAnswer(list('multivaluelist'), ['b', 'a', 'b'])).toEqual({ answer: ['a', 'b'] });
  expect(readAnswer(list('multivaluelist'), ['a', 'x'])).toEqual({ fault: 'unknown-value' });
  expect(readAnswer(list('singlevaluelist'), 'b')).toEqual({ answer: 'b' });
  expect(readAnswer(list('singlevaluelist'), 'c')).toEqual({ fault: 'unknown-value' });
});
test('numbers, also full-width and with commas; bounds', () => {
  const number = question({ datatype: 'number', min: 1, max: 3000 });
  expect(readAnswer(number, ' １２ ')).toEqual({ answer: '12' });
  expect(readAnswer(number, '1,200')).toEqual({ answer: '1200' });
  expect(readAnswer(number, '0.5')).toEqual({ fault: 'out-of-range' });
  for (const typed of ['twelve', '1e3', '0x10', '1'.repeat(30), '--1'])
    expect(readAnswer(number, typed)).toEqual({ fault: 'not-a-number' });
});
test('dates come out in the time of Chongqing; days that do not exist are none', () => {
  const date = question({ datatype: 'datetime' });
  expect(readAnswer(date, '2026-11-26T08:30')).toEqual({ answer: '2026-11-26T08:30:00+08:00' });
  expect(readAnswer(date, '2026-11-26')).toEqual({ answer: '2026-11-26T00:00:00+08:00' });
  // What came out can be read again.
  expect(readAnswer(date, '2026-11-26T08:30:00+08:00')).toEqual({ answer: '2026-11-26T08:30:00+08:00' });
  for (const typed of ['2026-02-30', '2026-13-01', 'yesterday', '2026-11-26T25:00'])
    expect(readAnswer(date, typed)).toEqual({ fault: 'not-a-date' });
});
test('text that is too long is said to be, not cut', () => {
  expect(readAnswer(question({}), 'x'.repeat(251))).toEqual({ fault: 'too-long' });
  expect(readAnswer(question({ datatype: 'text' }), 'x'.repeat(4001))).toEqual({ fault: 'too-long' });
  expect(readAnswer(question({ datatype: 'text' }), 'a\n b')).toEqual({ answer: 'a\n b' });
});
test('a question whose condition is not met is not asked, required or not', () => {
  const kind: KindRules = {
    code: 'k',
    needsPlace: false,
    questions: [
      { ...list('singlevaluelist'), code: 'first' },
      question({ code: 'second', required: true, when: { question: 'first', values: ['a'] } }),
      question({ code: 'note', variable: false }),
    ],
  };
  expect(readAnswers(kind, { first: 'b', second: 'typed before' })).toEqual({
    answers: { first: 'b' },
    faults: [],
  });
  expect(readAnswers(kind, { first: 'a' })).toEqual({
    answers: { first: 'a' },
    faults: [{ question: 'second', fault: 'required' }],
  });
});
