import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canReach,
  type Draft,
  draftSchema,
  emptyDraft,
  type FormFields,
  isBlank,
  nextStep,
  readStep,
  type Step,
  saysSame,
  stepBefore,
  stepsOf,
  toSubmission,
} from './draft';
import type { KindRules } from './kind';
import { beginAgain, prefill, startsAnother } from './prefill';
import { readSubmission } from './submission';

const kinds: KindRules[] = [
  {
    code: 'steps-ramps',
    needsPlace: true,
    questions: [
      {
        code: 'problem',
        datatype: 'multivaluelist',
        variable: true,
        required: false,
        values: [{ key: 'no-ramp' }, { key: 'broken' }],
      },
      {
        code: 'count',
        datatype: 'number',
        variable: true,
        required: true,
        values: [],
        when: { question: 'problem', values: ['no-ramp'] },
      },
    ],
  },
  {
    code: 'nearby-services',
    needsPlace: true,
    questions: [
      {
        code: 'category',
        datatype: 'singlevaluelist',
        variable: true,
        required: true,
        values: [{ key: 'health' }],
      },
    ],
  },
  { code: 'other', needsPlace: false, questions: [] },
];
const findPlace = (value: string) =>
  value === 'place.jiefangbei' ? { name: '解放碑', position: [106.57336, 29.56011] as const } : undefined;
const context = { kinds, findPlace };
const start = () => emptyDraft('6c0a3f4e-8a54-4ab0-9c3e-1f6f0e6f7a11', 'zh-CN');
const answer = (draft: Draft, step: Step, fields: FormFields) => readStep(step, fields, draft, context);
/** Answers steps one after the other; every one must be right. */
const fill = (answers: [Step, FormFields][], draft = start()) =>
  answers.reduce((before, [step, fields]) => {
    const { draft: after, faults } = answer(before, step, fields);
    expect(faults).toEqual([]);
    return after;
  }, draft);

const whole: [Step, FormFields][] = [
  ['kind', { kind: ['steps-ramps'] }],
  ['place', { how: ['point'], at: ['place.jiefangbei'] }],
  ['known', {}],
  ['describe', { description: ['没有坡道'] }],
  ['question.problem', { 'answers.problem': ['no-ramp'] }],
  ['question.count', { 'answers.count': ['12'] }],
  ['photos', {}],
  ['contact', {}],
];

describe('steps', () => {
  test('lead one after the other to the check, and a question appears with its condition', () => {
    let draft = start();
    for (const [step, fields] of whole) {
      expect(nextStep(draft, kinds)).toBe(step);
      draft = fill([[step, fields]], draft);
    }
    expect(nextStep(draft, kinds)).toBe('check');
    expect(stepsOf(draft, kinds)).toContain('question.count');
    const changed = fill([['question.problem', { 'answers.problem': ['broken'] }]], draft);
    expect(stepsOf(changed, kinds)).not.toContain('question.count');
    expect(nextStep(changed, kinds)).toBe('check');
  });
  test('another kind asks its own questions, and nothing else again', () => {
    const draft = fill([...whole, ['kind', { kind: ['nearby-services'] }]]);
    expect(nextStep({ ...draft, isAlone: true }, kinds)).toBe('question.category');
    expect(draft.description).toBe('没有坡道');
  });
  test('nobody gets ahead of what is not answered', () => {
    const draft = fill(whole.slice(0, 2));
    expect(canReach('kind', draft, kinds)).toBe(true);
    expect(canReach('known', draft, kinds)).toBe(true);
    expect(canReach('check', draft, kinds)).toBe(false);
    expect(canReach('question.category', draft, kinds)).toBe(false);
    expect(stepBefore('place', draft, kinds)).toBe('kind');
    expect(stepBefore('kind', draft, kinds)).toBeUndefined();
  });
  test('what others said is looked for anew for another kind or place, and only around a point', () => {
    const alone = { ...fill(whole.slice(0, 2)), isAlone: true };
    expect(stepsOf(alone, kinds)).not.toContain('known');
    expect(stepBefore('describe', alone, kinds)).toBe('place');
    expect(fill([['kind', { kind: ['steps-ramps'] }]], alone).isAlone).toBe(true);
    expect(fill([['kind', { kind: ['other'] }]], alone).isAlone).toBe(false);
    expect(stepsOf(fill([whole[1] ?? ['place', {}]], alone), kinds)).toContain('known');
    const typed = fill([['place', { how: ['address'], address: ['十八梯'] }]], alone);
    expect(nextStep(typed, kinds)).toBe('describe');
  });
  test('photos first', () => {
    const draft = { ...start(), photosFirst: true };
    expect(stepsOf(draft, kinds).slice(0, 2)).toEqual(['photos', 'kind']);
  });
});

describe('mistakes are named, and what was typed stays', () => {
  test.each<[Step, FormFields, string, string]>([
    ['kind', {}, 'kind', 'required'],
    ['kind', { kind: ['<script>'] }, 'kind', 'unknown-kind'],
    ['place', {}, 'how', 'required'],
    ['place', { how: ['nowhere'] }, 'how', 'required'],
    ['place', { how: ['point'] }, 'at', 'required'],
    ['place', { how: ['point'], at: ['place.atlantis'] }, 'at', 'unknown-value'],
    ['place', { how: ['point'], at: ['116.39,39.9'] }, 'at', 'outside'],
    ['place', { how: ['address'], address: ['  '] }, 'address', 'required'],
    ['place', { how: ['address'], address: ['x'.repeat(300)] }, 'address', 'too-long'],
    ['describe', { description: ['x'] }, 'description', 'required'],
    ['describe', { description: ['字'.repeat(4001)] }, 'description', 'too-long'],
    ['contact', { 'contact.email': ['nobody'] }, 'contact.email', 'not-an-address'],
    ['contact', { 'contact.phone': ['ring me'] }, 'contact.phone', 'not-a-number'],
    ['contact', { 'contact.name': ['李'] }, 'consent', 'required'],
    ['contact', { 'contact.phone': ['023 6312 3456'], 'consent.publish': ['yes'] }, 'consent', 'required'],
    ['contact', { 'consent.news': ['yes'] }, 'contact.email', 'required'],
    ['contact', { 'consent.contact': ['yes'] }, 'contact.phone', 'required'],
  ])('%s %j', (step, fields, field, fault) => {
    const { draft, faults } = answer(start(), step, fields);
    expect(faults).toContainEqual(expect.objectContaining({ field, fault }));
    expect(draft.done).not.toContain(step);
    for (const [name, [value = '']] of Object.entries(fields) as [string, string[]][])
      if (!name.startsWith('consent') && value !== 'nowhere') expect(JSON.stringify(draft)).toContain(value);
  });
  test('a whole file pasted by mistake stays, and its length is said', () => {
    const pasted = '字'.repeat(30_000);
    const { draft, faults } = answer(start(), 'describe', { description: [pasted] });
    expect(draft.description).toBe(pasted);
    expect(faults).toEqual([{ field: 'description', fault: 'too-long', count: 30_000 }]);
  });
  test('a kind that needs a place does not take "nowhere", another does', () => {
    const withKind = (kind: string) => fill([['kind', { kind: [kind] }]]);
    expect(answer(withKind('steps-ramps'), 'place', { how: ['none'] }).faults).toHaveLength(1);
    expect(answer(withKind('other'), 'place', { how: ['none'] }).faults).toEqual([]);
  });
});

test('a whole draft is a submission; contact nobody may use does not go along', () => {
  const draft = fill(whole);
  const read = readSubmission(toSubmission(draft), kinds);
  expect(read.submission).toMatchObject({
    kind: 'steps-ramps',
    location: { how: 'point', name: '解放碑' },
    answers: { problem: ['no-ramp'], count: '12' },
  });
  const typed = { ...draft, contact: { ...draft.contact, phone: '023 6312 3456' } };
  expect(readSubmission(toSubmission(typed), kinds).submission?.contact).toEqual({});
});

test('two drafts say the same whatever their key, language and progress', () => {
  const draft = fill(whole);
  expect(saysSame(draft, { ...draft, key: crypto.randomUUID(), language: 'ko', done: [] })).toBe(true);
  expect(saysSame(draft, { ...draft, description: '没有坡道。' })).toBe(false);
  expect(saysSame(draft, { ...draft, contact: { ...draft.contact, phone: '12345' } })).toBe(false);
});

test('blank is what nobody would miss', () => {
  expect(isBlank(start())).toBe(true);
  expect(isBlank({ ...start(), photosFirst: true })).toBe(true);
  expect(isBlank({ ...start(), photos: 1 })).toBe(false);
  expect(isBlank(fill(whole.slice(0, 1)))).toBe(false);
});

test('anything may be sent to any step: it never throws, and the draft can always be kept and read again', () => {
  const steps = fc.constantFrom<Step>('kind', 'place', 'describe', 'question.problem', 'contact', 'photos');
  const fields = fc.dictionary(
    fc.constantFrom(
      'kind',
      'how',
      'at',
      'address',
      'description',
      'answers.problem',
      'contact.email',
      '__proto__',
    ),
    fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('point', 'steps-ramps', '106.57,29.56')),
      {
        maxLength: 3,
      },
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, fields), { maxLength: 8 }), (sent) => {
      const draft = sent.reduce((before, [step, given]) => answer(before, step, given).draft, start());
      expect(draftSchema.safeParse(JSON.parse(JSON.stringify(draft))).success).toBe(true);
    }),
  );
});

describe('started from somewhere', () => {
  test('kind and place are not asked again', () => {
    const draft = prefill(start(), { kind: 'steps-ramps', at: 'place.jiefangbei', walk: 'yuzhong' }, context);
    expect(nextStep(draft, kinds)).toBe('known');
    expect(draft).toMatchObject({ name: '解放碑', origin: { walk: 'yuzhong' } });
  });
  test('a missing category answers its question', () => {
    const draft = prefill(
      start(),
      { kind: 'nearby-services', at: '106.57336,29.56011', category: 'health' },
      context,
    );
    expect(draft.answers.category).toBe('health');
    expect(nextStep({ ...draft, done: [...draft.done, 'known', 'describe'] }, kinds)).toBe('photos');
  });
  test('what is started is not mixed into what is written about something else', () => {
    const address = { kind: 'steps-ramps', at: 'place.jiefangbei' };
    const another = (draft: Draft) => startsAnother(draft, address, context);
    expect(another(start())).toBe(false);
    // Nothing was written yet, and nothing chosen that would be lost.
    expect(another(fill([['kind', { kind: ['steps-ramps'] }]]))).toBe(false);
    expect(another(fill([['kind', { kind: ['other'] }]]))).toBe(true);
    expect(another(fill([['place', { how: ['address'], address: ['十八梯'] }]]))).toBe(true);
    expect(another({ ...start(), description: '没有坡道' })).toBe(true);
    // The same start again, and the link to photos first, go on with what is there.
    const begun = { ...prefill(start(), address, context), description: '没有坡道' };
    expect(another(begun)).toBe(false);
    expect(startsAnother(begun, { photos: 'first' }, context)).toBe(false);
    expect(startsAnother(begun, { walk: 'yuzhong' }, context)).toBe(true);
  });
  test('cleared, it begins where it was started from', () => {
    const address = { kind: 'steps-ramps', at: '106.57336,29.56011', name: '解放碑', barrier: 'steps' };
    const begun = prefill(start(), address, context);
    const again = beginAgain({ ...begun, description: '没有坡道', kind: 'other' }, begun.key, context);
    expect(again).toEqual(begun);
  });
  test('a point outside the portal’s area is asked for', () => {
    const draft = prefill(start(), { kind: 'steps-ramps', at: '116.39,39.9', name: '天安门' }, context);
    expect(draft).toMatchObject({ how: '', name: '', position: null });
    expect(nextStep(draft, kinds)).toBe('place');
  });
  test('what nobody knows is passed over, and what was typed stays', () => {
    const typed = fill(whole);
    const draft = prefill(typed, { kind: 'nonsense', at: 'place.atlantis', place: '../../x' }, context);
    expect(draft.kind).toBe('steps-ramps');
    expect(draft.description).toBe(typed.description);
    expect(nextStep(draft, kinds)).toBe('check');
  });
});
