/** A suggestion while it is being written: its steps, one question each, and how each is read. The same in the browser and, without scripts, on the server. */
import { z } from 'zod';
import { cityBounds } from '@/lib/geo/city';
import { containsPosition, type LngLat } from '@/lib/geo/position';
import { locales } from '@/lib/i18n/locales';
import { readAnswer } from './answers';
import { type KindRules, questionsFor } from './kind';
import {
  contactSchema,
  type Fault,
  type Location,
  originSchema,
  PHOTO_LIMIT,
  type Submission,
  toFaults,
} from './submission';
import { cleanLine, cleanText, DESCRIPTION_LIMIT } from './text';

const typedSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** So much of a description is kept, though far too long to be sent: what was typed or pasted is the person's to shorten. */
const KEPT_LIMIT = 100_000;

/** Everything that was typed, as it was typed: also what is not yet right. */
export const draftSchema = z.object({
  /** Key of the suggestion it becomes. */
  key: z.uuid(),
  language: z.enum(locales),
  /** Whether photos come first. */
  photosFirst: z.boolean(),
  kind: z.string().max(80),
  how: z.enum(['', 'point', 'address', 'none']),
  /** The point as the fields hold it: `place.jiefangbei` or `106.57336,29.56011`. */
  at: z.string().max(200),
  position: z.tuple([z.number(), z.number()]).readonly().nullable(),
  /** Name of what stands at the point. */
  name: z.string().max(1000),
  address: z.string().max(4000),
  description: z.string().max(KEPT_LIMIT),
  answers: typedSchema,
  contact: z.object({
    name: z.string().max(1000),
    email: z.string().max(1000),
    phone: z.string().max(1000),
  }),
  consent: z.object({ contact: z.boolean(), publish: z.boolean(), news: z.boolean() }),
  origin: originSchema,
  /** What the address it was started with knew, as a query. */
  start: z.string().max(10_000).default(''),
  /** Nobody nearby has said the same: it was looked for. */
  isAlone: z.boolean().default(false),
  /** Steps that were answered. */
  done: z.array(z.string().max(120)).max(60),
  /** How many photos it has; they are kept beside it. */
  photos: z.int().min(0).max(PHOTO_LIMIT),
});
export type Draft = z.infer<typeof draftSchema>;

export const emptyDraft = (key: string, language: Draft['language']): Draft => ({
  key,
  language,
  photosFirst: false,
  kind: '',
  how: '',
  at: '',
  position: null,
  name: '',
  address: '',
  description: '',
  answers: {},
  contact: { name: '', email: '', phone: '' },
  consent: { contact: false, publish: false, news: false },
  origin: {},
  start: '',
  isAlone: false,
  done: [],
  photos: 0,
});

/** A step of the form; `question.<code>` asks one question of the kind. */
export type Step =
  | 'kind'
  | 'photos'
  | 'place'
  | 'known'
  | 'describe'
  | `question.${string}`
  | 'contact'
  | 'check';

const kindOf = (draft: Draft, kinds: readonly KindRules[]) => kinds.find(({ code }) => code === draft.kind);

/** The steps of a draft in order. Questions belong to its kind and follow from the answers given so far. */
export function stepsOf(draft: Draft, kinds: readonly KindRules[]): Step[] {
  const kind = kindOf(draft, kinds);
  const questions = kind
    ? questionsFor(kind, readableAnswers(kind, draft))
        .filter(({ variable }) => variable)
        .map(({ code }): Step => `question.${code}`)
    : [];
  const photos: Step[] = ['photos'];
  // Others are found by their distance from a point.
  const hasKnown = (draft.how === '' || draft.how === 'point') && !draft.isAlone;
  const known: Step[] = hasKnown ? ['known'] : [];
  return [
    ...(draft.photosFirst ? photos : []),
    'kind',
    'place',
    ...known,
    'describe',
    ...questions,
    ...(draft.photosFirst ? [] : photos),
    'contact',
    'check',
  ];
}

const readableAnswers = (kind: KindRules, draft: Draft) =>
  Object.fromEntries(
    kind.questions.flatMap((question) => {
      const { answer } = readAnswer(question, draft.answers[question.code]);
      return answer === undefined ? [] : [[question.code, answer]];
    }),
  );

/** The first step that still waits for an answer: where a draft is taken up again. Never one behind it. */
export function nextStep(draft: Draft, kinds: readonly KindRules[]): Step {
  return stepsOf(draft, kinds).find((step) => step === 'check' || !draft.done.includes(step)) ?? 'check';
}

/** The step before, for the back link. */
export function stepBefore(step: Step, draft: Draft, kinds: readonly KindRules[]): Step | undefined {
  const steps = stepsOf(draft, kinds);
  return steps[steps.indexOf(step) - 1];
}

/** True for a step the draft can stand at: all before it are answered. */
export function canReach(step: Step, draft: Draft, kinds: readonly KindRules[]): boolean {
  const steps = stepsOf(draft, kinds);
  const at = steps.indexOf(step);
  return at >= 0 && at <= steps.indexOf(nextStep(draft, kinds));
}

/** A form's fields by name, as often as they came. */
export type FormFields = Readonly<Record<string, readonly string[]>>;

/** Fields of a form, its files left out. */
export function fieldsOf(entries: Iterable<[string, unknown]>): FormFields {
  const fields: Record<string, string[]> = {};
  // biome-ignore lint/suspicious/noAssignInExpressions: the usual way to fill a list
  for (const [name, value] of entries) if (typeof value === 'string') (fields[name] ??= []).push(value);
  return fields;
}

const parsePoint = (text: string): LngLat | undefined => {
  const [, lng, lat] = /^(-?\d{1,3}(?:\.\d{1,10})?),(-?\d{1,2}(?:\.\d{1,10})?)$/.exec(text.trim()) ?? [];
  return lng && lat ? [Number(lng), Number(lat)] : undefined;
};

/** Where a name of the portal stands (`place.jiefangbei`); undefined for one nobody knows. */
export type FindPlace = (value: string) => { name: string; position: LngLat } | undefined;

/** Another kind or place: other neighbours may have said it already. */
const forgetOthers = (draft: Draft): Draft => ({
  ...draft,
  isAlone: false,
  done: draft.done.filter((step) => step !== 'known'),
});

/**
 * Reads one step into the draft. What was typed is kept also where it is wrong, so that nothing is typed twice. A step without fault counts as done.
 */
export function readStep(
  step: Step,
  fields: FormFields,
  draft: Draft,
  { kinds, findPlace }: { kinds: readonly KindRules[]; findPlace: FindPlace },
): { draft: Draft; faults: Fault[] } {
  const first = (name: string, most = KEPT_LIMIT) => (fields[name]?.[0] ?? '').slice(0, most);
  const isTicked = (name: string) => first(name) !== '';
  const finish = (next: Draft, faults: Fault[]) => ({
    draft:
      faults.length > 0
        ? { ...next, done: next.done.filter((other) => other !== step) }
        : { ...next, done: [...new Set([...next.done, step])] },
    faults,
  });

  if (step === 'kind') {
    const kind = first('kind', 80);
    const next = kind === draft.kind ? draft : { ...forgetOthers(draft), kind };
    const isKnown = kinds.some(({ code }) => code === kind);
    // Another kind asks other questions; what was answered for the first stays, in case one comes back.
    return finish(next, isKnown ? [] : [{ field: 'kind', fault: kind ? 'unknown-kind' : 'required' }]);
  }
  if (step === 'place') {
    const how = first('how') as Draft['how'];
    const at = first('at', 200);
    const point = parsePoint(at);
    const place = point ? { name: cleanLine(first('name', 250)), position: point } : findPlace(at);
    const next: Draft = {
      ...draft,
      how: ['point', 'address', 'none'].includes(how) ? how : '',
      at,
      position: place?.position ?? null,
      name: place?.name ?? '',
      address: first('address', 4000),
    };
    const faults: Fault[] = [];
    if (next.how === '') faults.push({ field: 'how', fault: 'required' });
    else if (next.how === 'none' && kindOf(next, kinds)?.needsPlace)
      faults.push({ field: 'how', fault: 'required' });
    else if (next.how === 'point' && !place)
      faults.push({ field: 'at', fault: at ? 'unknown-value' : 'required' });
    else if (next.how === 'point' && place && !containsPosition(cityBounds, place.position))
      faults.push({ field: 'at', fault: 'outside' });
    else if (next.how === 'address' && !cleanLine(next.address))
      faults.push({ field: 'address', fault: 'required' });
    else if (next.how === 'address' && cleanLine(next.address).length > 250)
      faults.push({ field: 'address', fault: 'too-long' });
    return finish(forgetOthers(next), faults);
  }
  if (step === 'known' || step === 'photos' || step === 'check') return finish(draft, []);
  if (step === 'describe') {
    const description = first('description');
    const text = cleanText(description);
    const faults: Fault[] =
      text.length < 2
        ? [{ field: 'description', fault: 'required' }]
        : text.length > DESCRIPTION_LIMIT
          ? [{ field: 'description', fault: 'too-long', count: text.length }]
          : [];
    return finish({ ...draft, description }, faults);
  }
  if (step === 'contact') {
    const next: Draft = {
      ...draft,
      contact: {
        name: first('contact.name', 1000),
        email: first('contact.email', 1000),
        phone: first('contact.phone', 1000),
      },
      consent: {
        contact: isTicked('consent.contact'),
        news: isTicked('consent.news'),
        publish: isTicked('consent.publish'),
      },
    };
    const { contact, consent } = next;
    const parsed = contactSchema.safeParse(contact);
    const faults = parsed.success
      ? []
      : toFaults(parsed.error).map(({ field, fault }) => ({ field: `contact.${field}`, fault }));
    if (consent.news && !contact.email.trim()) faults.push({ field: 'contact.email', fault: 'required' });
    if (consent.contact && !contact.email.trim() && !contact.phone.trim() && !consent.news)
      faults.push({ field: 'contact.phone', fault: 'required' });
    // What nobody may use is not kept: better said than thrown away.
    const isGiven = Object.values(contact).some((text) => text.trim() !== '');
    if (isGiven && !consent.contact && !consent.news) faults.push({ field: 'consent', fault: 'required' });
    return finish(next, faults);
  }
  const code = step.slice('question.'.length);
  const question = kindOf(draft, kinds)?.questions.find((candidate) => candidate.code === code);
  if (!question) return { draft, faults: [] };
  const typed = [...(fields[`answers.${code}`] ?? [])];
  const { fault } = readAnswer(question, typed);
  const next = { ...draft, answers: { ...draft.answers, [code]: typed } };
  return finish(next, fault ? [{ field: `answers.${code}`, fault }] : []);
}

/** Where a draft is about; undefined while nothing was said of it. */
function locationOf({ how, position, name, address }: Draft): Location | undefined {
  if (how === 'none') return { how };
  if (how === 'address') return { how, address };
  return position ? { how: 'point', position: [...position], ...(name && { name }) } : undefined;
}

/** The draft as a submission is written; `readSubmission` judges it. */
export function toSubmission(draft: Draft): Record<keyof Submission, unknown> {
  const { key, kind, language, description, answers, contact, consent, origin } = draft;
  return { key, kind, language, location: locationOf(draft), description, answers, contact, consent, origin };
}

/** True where two drafts would be sent with the same words: keys, language and photos do not count. */
export function saysSame(one: Draft, other: Draft): boolean {
  const wordsOf = (draft: Draft) => JSON.stringify({ ...toSubmission(draft), key: '', language: '' });
  return wordsOf(one) === wordsOf(other);
}

/** True where a draft holds nothing that would be missed. */
export const isBlank = (draft: Draft): boolean =>
  draft.photos === 0 && saysSame(draft, emptyDraft(draft.key, draft.language));

/** True where there are words, answers or photos of a person in it, not choices alone. */
export const hasWords = ({ description, answers, contact, photos }: Draft): boolean =>
  photos > 0 ||
  Object.keys(answers).length > 0 ||
  [description, ...Object.values(contact)].some((text) => text.trim() !== '');

/** The step a fault of the whole submission is mended at. */
export function stepOfFault({ field }: Fault): Step {
  const [head = '', code = ''] = field.split('.');
  if (head === 'answers') return `question.${code}`;
  if (head === 'location') return 'place';
  if (head === 'consent') return 'contact';
  return head === 'contact' || head === 'kind' || head === 'photos' ? head : 'describe';
}
