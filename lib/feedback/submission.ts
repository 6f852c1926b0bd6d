/** A suggestion as it is sent to the portal: checked at the door, the same in the browser and on the server. */
import { z } from 'zod';
import { cityBounds } from '@/lib/geo/city';
import { containsPosition } from '@/lib/geo/position';
import { locales } from '@/lib/i18n/locales';
import { type AnswerFault, readAnswers } from './answers';
import { type Answers, type KindRules, kindCodeSchema } from './kind';
import { cleanLine, cleanText, DESCRIPTION_LIMIT, LINE_LIMIT } from './text';

export const PHOTO_LIMIT = 5;
/** Bytes of one photo as uploaded; the browser makes it smaller before, where scripts run. */
export const PHOTO_BYTES_LIMIT = 12_000_000;
/** Bytes of everything else that is sent. */
export const WORDS_BYTES = 300_000;

const lineSchema = z
  .string()
  .max(LINE_LIMIT * 4, 'too-long')
  .transform(cleanLine)
  .pipe(z.string().max(LINE_LIMIT, 'too-long'));
const optionalLine = lineSchema.transform((text) => text || undefined).optional();

/** What a suggestion was started from. Ids are kept as given; whoever shows one looks it up and passes over what is not there. */
export const originSchema = z.strictObject({
  walk: z.string().max(80).optional(),
  waypoint: z.string().max(80).optional(),
  place: z.string().max(80).optional(),
  /** An edge of the network somebody could not pass. */
  barrier: z.string().max(120).optional(),
  /** A category nobody serves in somebody's circle. */
  category: z.string().max(80).optional(),
  /** The sign or sheet whose code was scanned. */
  sign: z.string().max(80).optional(),
});
export type Origin = z.infer<typeof originSchema>;

/** WGS-84 degrees, within the city. */
const positionSchema = z
  .tuple([z.number(), z.number()])
  .refine((position) => containsPosition(cityBounds, position), 'outside');

/** Where: a point, with the name of what stands there if it was chosen by name; an address as typed; or nowhere in particular. */
export const locationSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('point'), position: positionSchema, name: optionalLine }),
  z.strictObject({
    how: z.literal('address'),
    address: lineSchema.pipe(z.string().min(1, 'required')),
  }),
  z.strictObject({ how: z.literal('none') }),
]);
export type Location = z.infer<typeof locationSchema>;

/** How to reach the person. Kept sealed, told to nobody the person has not allowed. */
export const contactSchema = z.strictObject({
  name: optionalLine,
  email: lineSchema
    .pipe(z.email('not-an-address').or(z.literal('')))
    .transform((text) => text || undefined)
    .optional(),
  phone: lineSchema
    .transform((text) => text.normalize('NFKC'))
    .pipe(z.string().regex(/^$|^\+?[\d\s()-]{5,25}$/, 'not-a-number'))
    .transform((text) => text || undefined)
    .optional(),
});
export type Contact = z.infer<typeof contactSchema>;

export const submissionSchema = z
  .strictObject({
    /** Made where the suggestion is typed: the same key is the same suggestion, however often it arrives. */
    key: z.uuid(),
    kind: kindCodeSchema,
    /** The language it was written in, and news are written in. */
    language: z.enum(locales),
    location: locationSchema,
    description: z
      .string()
      .max(DESCRIPTION_LIMIT * 4, 'too-long')
      .transform(cleanText)
      .pipe(z.string().min(2, 'required').max(DESCRIPTION_LIMIT, 'too-long')),
    answers: z.record(kindCodeSchema, z.union([z.string(), z.array(z.string()).max(50)])).default({}),
    contact: contactSchema.default({}),
    /** Each a consent of its own, never set beforehand. */
    consent: z
      .strictObject({
        /** The city may use the contact to ask back. */
        contact: z.boolean().default(false),
        /** Kind, place, text and photos may be published, after a look by staff. */
        publish: z.boolean().default(false),
        /** The portal writes to the e-mail address when something happens. */
        news: z.boolean().default(false),
      })
      .prefault({}),
    origin: originSchema.default({}),
  })
  // Contact data nobody may use are not kept.
  .transform((submission) =>
    submission.consent.contact || submission.consent.news ? submission : { ...submission, contact: {} },
  );
export type Submission = Omit<z.infer<typeof submissionSchema>, 'answers'> & { answers: Answers };

/** One thing that is wrong: the field (`description`, `answers.problem`, `contact.email`) and why, as a code with words in messages. */
export interface Fault {
  field: string;
  fault: SubmissionFault;
  /** How many characters there are, where these are too many. */
  count?: number;
}
export const submissionFaults = [
  'required',
  'too-long',
  'outside',
  'not-an-address',
  'not-a-number',
  'out-of-range',
  'not-a-date',
  'unknown-value',
  'unknown-kind',
  'too-many',
  'too-large',
  'not-a-picture',
  'invalid',
] as const;
export type SubmissionFault = (typeof submissionFaults)[number] | AnswerFault;

const isFault = (text: string): text is SubmissionFault =>
  (submissionFaults as readonly string[]).includes(text);

/** What zod found, as faults of the form. */
export const toFaults = (error: z.ZodError): Fault[] =>
  error.issues.map(({ path, message }) => ({
    field: path.join('.') || 'form',
    fault: isFault(message) ? message : 'invalid',
  }));

/** A submission from anything: never throws, and says of every field what is wrong. Answers are read by the questions of the kind. */
export function readSubmission(
  input: unknown,
  kinds: readonly KindRules[],
): { submission: Submission; faults?: never } | { submission?: never; faults: Fault[] } {
  const parsed = submissionSchema.safeParse(input);
  if (!parsed.success) return { faults: toFaults(parsed.error) };
  const kind = kinds.find(({ code }) => code === parsed.data.kind);
  if (!kind) return { faults: [{ field: 'kind', fault: 'unknown-kind' }] };
  const { answers, faults } = readAnswers(kind, parsed.data.answers);
  const all: Fault[] = faults.map(({ question, fault }) => ({ field: `answers.${question}`, fault }));
  if (kind.needsPlace && parsed.data.location.how === 'none')
    all.push({ field: 'location', fault: 'required' });
  return all.length > 0 ? { faults: all } : { submission: { ...parsed.data, answers } };
}
