/** Kinds of suggestions and what the city asks about each: GeoReport v2 services and their definitions, with words in every language. */
import { z } from 'zod';
import { localizedSchema } from '@/lib/i18n/localized-schema';

/** The datatypes of a GeoReport v2 service definition. */
export const datatypes = [
  'string',
  'number',
  'datetime',
  'text',
  'singlevaluelist',
  'multivaluelist',
] as const;
export type Datatype = (typeof datatypes)[number];

/** Codes travel on the wire and in addresses. */
export const kindCodeSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens');

const valueSchema = z.strictObject({
  key: kindCodeSchema,
  name: localizedSchema,
  /** Said as soon as this answer is chosen, such as whom to call when somebody is in danger. */
  notice: localizedSchema.optional(),
});
export type QuestionValue = z.infer<typeof valueSchema>;

const questionSchema = z
  .strictObject({
    code: kindCodeSchema,
    datatype: z.enum(datatypes),
    /** False: words to read, nothing to answer (GeoReport `variable=false`). */
    variable: z.boolean().default(true),
    required: z.boolean().default(false),
    /** The question, or what is to be read. */
    description: localizedSchema,
    hint: localizedSchema.optional(),
    /** Asked only where an earlier question has one of these answers. */
    when: z.strictObject({ question: kindCodeSchema, values: z.array(kindCodeSchema).min(1) }).optional(),
    values: z.array(valueSchema).default([]),
    /** Bounds of a number. */
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(({ datatype, values }) => datatype.endsWith('valuelist') === values.length > 0, {
    message: 'a list has values, and nothing else has',
    path: ['values'],
  })
  .refine(({ variable, required }) => variable || !required, {
    message: 'what is only read cannot be required',
    path: ['required'],
  });
export type Question = z.infer<typeof questionSchema>;

export const kindGroups = ['ways', 'comfort', 'places', 'other'] as const;
export type KindGroup = (typeof kindGroups)[number];

export const kindSchema = z
  .strictObject({
    code: kindCodeSchema,
    /** Place in the list; 1 comes first. */
    order: z.int().positive(),
    group: z.enum(kindGroups),
    name: localizedSchema,
    /** What belongs here, in one line. */
    description: localizedSchema,
    /** Words people use for it; they travel as the service's keywords. */
    keywords: z.array(z.string().trim().min(1)).default([]),
    /** Whether it can be said without a place. */
    needsPlace: z.boolean().default(true),
    /** Working days within which the city has promised an answer, and who says so. Absent: nobody has promised anything. */
    promise: z.strictObject({ workingDays: z.int().positive(), source: z.string().trim().min(1) }).optional(),
    questions: z.array(questionSchema).default([]),
  })
  .superRefine(({ questions }, context) => {
    const before = new Map<string, Question>();
    questions.forEach((question, index) => {
      const at = ['questions', index];
      if (before.has(question.code))
        context.addIssue({ code: 'custom', path: [...at, 'code'], message: `"${question.code}" twice` });
      const { when } = question;
      const asked = when && before.get(when.question);
      if (when && !asked)
        context.addIssue({
          code: 'custom',
          path: [...at, 'when', 'question'],
          message: `no earlier question "${when.question}"`,
        });
      for (const value of when?.values ?? [])
        if (asked && !asked.values.some(({ key }) => key === value))
          context.addIssue({
            code: 'custom',
            path: [...at, 'when', 'values'],
            message: `no value "${value}"`,
          });
      before.set(question.code, question);
    });
  });
/** A kind of suggestion: a GeoReport service with its definition. */
export type Kind = z.infer<typeof kindSchema>;

/** What the rules of a form need of a question and a kind; their words may be in one language or in all. */
export type QuestionRules = Pick<
  Question,
  'code' | 'datatype' | 'variable' | 'required' | 'when' | 'min' | 'max'
> & {
  values: readonly Pick<QuestionValue, 'key'>[];
};
export type KindRules<Asked extends QuestionRules = QuestionRules> = Pick<Kind, 'code' | 'needsPlace'> & {
  questions: readonly Asked[];
};

/** An answer as kept: text, or the keys chosen from a list. */
export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** The keys an answer chose. */
export const chosenKeys = (answer: Answer | undefined): readonly string[] =>
  answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer;

/** The questions that are asked, given what was answered before them: those without a condition, and those whose condition is met. */
export function questionsFor<Asked extends QuestionRules>(kind: KindRules<Asked>, answers: Answers): Asked[] {
  const asked = new Set<string>();
  return kind.questions.filter(({ code, when }) => {
    const isAsked =
      !when ||
      (asked.has(when.question) &&
        chosenKeys(answers[when.question]).some((key) => when.values.includes(key)));
    if (isAsked) asked.add(code);
    return isAsked;
  });
}
