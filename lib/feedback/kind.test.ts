import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { textsOf } from '@/lib/content/glossary';
import { locales } from '@/lib/i18n/locales';
import { serviceCategories } from '@/lib/places/service';
import { type Answers, chosenKeys, datatypes, kindSchema, questionsFor } from './kind';

const words = (text: string) => Object.fromEntries(locales.map((locale) => [locale, `${text} ${locale}`]));
const values = (...keys: string[]) => keys.map((key) => ({ key, name: words(key) }));
const question = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  datatype: 'string',
  description: words(code),
  ...more,
});
const list = (code: string, keys: string[], more: Record<string, unknown> = {}) =>
  question(code, { datatype: 'singlevaluelist', values: values(...keys), ...more });
const kindWith = (...questions: unknown[]) => ({
  code: 'test',
  order: 1,
  group: 'other',
  name: words('Name'),
  description: words('Description'),
  questions,
});

/** What is wrong with a kind of these questions: where, and why. */
function mistakes(...questions: unknown[]): string[] {
  const { error } = kindSchema.safeParse(kindWith(...questions));
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('a kind of suggestion', () => {
  test('is sound with conditions on what was asked before', () => {
    expect(
      mistakes(
        list('problem', ['broken', 'other']),
        question('which', { when: { question: 'problem', values: ['broken'] } }),
      ),
    ).toEqual([]);
  });

  test('asks nothing twice', () => {
    expect(mistakes(question('which'), question('which'))).toEqual(['questions.1.code: "which" twice']);
  });

  test('puts no condition on a later question, an unknown one or itself', () => {
    const problem = list('problem', ['broken']);
    const onProblem = { when: { question: 'problem', values: ['broken'] } };
    expect(mistakes(question('which', onProblem), problem)).toEqual([
      'questions.0.when.question: no earlier question "problem"',
    ]);
    expect(mistakes(question('which', onProblem))).toEqual([
      'questions.0.when.question: no earlier question "problem"',
    ]);
    expect(mistakes(list('problem', ['broken'], onProblem))).toEqual([
      'questions.0.when.question: no earlier question "problem"',
    ]);
  });

  test('puts no condition on an answer that cannot be given', () => {
    const which = (...keys: string[]) =>
      question('which', { when: { question: 'problem', values: [...keys] } });
    expect(mistakes(list('problem', ['broken']), which('broken', 'lost'))).toEqual([
      'questions.1.when.values: no value "lost"',
    ]);
    expect(mistakes(question('problem'), which('broken'))).toEqual([
      'questions.1.when.values: no value "broken"',
    ]);
    expect(mistakes(list('problem', ['broken']), which())).toHaveLength(1);
  });

  test('gives values to lists and to nothing else', () => {
    const reason = 'questions.0.values: a list has values, and nothing else has';
    expect(mistakes(question('problem', { datatype: 'singlevaluelist' }))).toEqual([reason]);
    expect(mistakes(question('problem', { datatype: 'multivaluelist', values: [] }))).toEqual([reason]);
    expect(mistakes(question('problem', { values: values('broken') }))).toEqual([reason]);
  });

  test('requires no answer to what is only read', () => {
    expect(mistakes(question('note', { datatype: 'text', variable: false }))).toEqual([]);
    expect(mistakes(question('note', { datatype: 'text', variable: false, required: true }))).toEqual([
      'questions.0.required: what is only read cannot be required',
    ]);
  });

  test('says everything in every language', () => {
    const { ko: _, ...withoutKorean } = words('Question');
    expect(mistakes(question('which', { description: withoutKorean }))).toHaveLength(1);
  });
});

describe('the questions asked', () => {
  const kind = kindSchema.parse(
    kindWith(
      list('problem', ['rubbish', 'noise']),
      question('kinds', {
        datatype: 'multivaluelist',
        values: values('bulky', 'dangerous'),
        when: { question: 'problem', values: ['rubbish'] },
      }),
      question('what', { when: { question: 'kinds', values: ['dangerous'] } }),
      question('since', { datatype: 'datetime' }),
    ),
  );
  const asked = (answers: Answers) => questionsFor(kind, answers).map(({ code }) => code);

  test('are those without a condition at first', () => {
    expect(asked({})).toEqual(['problem', 'since']);
    expect(asked({ problem: 'noise' })).toEqual(['problem', 'since']);
  });

  test('follow an answer, and an answer to what followed', () => {
    expect(asked({ problem: 'rubbish' })).toEqual(['problem', 'kinds', 'since']);
    expect(asked({ problem: 'rubbish', kinds: ['bulky'] })).toEqual(['problem', 'kinds', 'since']);
    expect(asked({ problem: 'rubbish', kinds: ['bulky', 'dangerous'] })).toEqual([
      'problem',
      'kinds',
      'what',
      'since',
    ]);
  });

  test('follow no answer left over from a question no longer asked', () => {
    expect(asked({ problem: 'noise', kinds: ['dangerous'] })).toEqual(['problem', 'since']);
  });

  test('an answer is one key, several or none', () => {
    expect(chosenKeys(undefined)).toEqual([]);
    expect(chosenKeys('bulky')).toEqual(['bulky']);
    expect(chosenKeys(['bulky', 'dangerous'])).toEqual(['bulky', 'dangerous']);
  });
});

describe('the kinds in content/feedback', () => {
  const folder = path.join(import.meta.dirname, '../../content/feedback');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const read = (file: string) => parse(readFileSync(path.join(folder, file), 'utf8'));

  test.each(files)('%s is sound and named after its code', (file) => {
    const { error, data } = kindSchema.safeParse(read(file));
    expect(error?.issues ?? []).toEqual([]);
    expect(`${data?.code}.yaml`).toBe(file);
    for (const { values } of data?.questions ?? []) {
      const keys = values.map(({ key }) => key);
      expect(new Set(keys).size, `keys ${keys}`).toBe(keys.length);
    }
  });

  const kinds = files
    .flatMap((file) => kindSchema.safeParse(read(file)).data ?? [])
    .sort((a, b) => a.order - b.order);
  const questions = kinds.flatMap((kind) => kind.questions);

  test('have an order of their own each; what fits nowhere else comes last', () => {
    expect(new Set(kinds.map(({ order }) => order)).size).toBe(files.length);
    expect(kinds.at(-1)?.code).toBe('other');
  });

  test('use every datatype, conditions, notices and words only to be read', () => {
    expect(new Set(questions.map(({ datatype }) => datatype))).toEqual(new Set(datatypes));
    expect(questions.some(({ when }) => when)).toBe(true);
    expect(questions.some(({ variable }) => !variable)).toBe(true);
    expect(questions.some(({ values }) => values.some(({ notice }) => notice))).toBe(true);
  });

  test('call nothing but the well-known numbers', () => {
    for (const kind of kinds)
      for (const { locale, text } of textsOf(kind))
        for (const [number] of text.matchAll(/\d{3,}/g))
          expect(['110', '119', '120', '12345'], `${kind.code} ${locale}: ${text}`).toContain(number);
  });

  test('name the same numbers in every language', () => {
    for (const { values, variable, description } of questions)
      for (const text of [
        ...(variable ? [] : [description]),
        ...values.flatMap(({ notice }) => notice ?? []),
      ]) {
        const numbers = locales.map((locale) => [...text[locale].matchAll(/\d{3,}/g)].flat().sort().join());
        expect(new Set(numbers).size, text.en).toBe(1);
      }
  });

  test('promise no answer within days nobody has promised', () => {
    expect(kinds.filter(({ promise }) => promise && !/^https?:/.test(promise.source))).toEqual([]);
  });

  test('ask for a missing service by the categories of the circle', () => {
    const category = kinds
      .find(({ code }) => code === 'nearby-services')
      ?.questions.find(({ code }) => code === 'category');
    expect(category?.required).toBe(true);
    expect(category?.values.map(({ key }) => key)).toEqual([...serviceCategories]);
  });
});
