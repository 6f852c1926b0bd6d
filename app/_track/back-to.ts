import { formatCode } from '@/lib/feedback/code';
import type { Locale } from '@/lib/i18n/locales';

/** Names of messages in `TrackPage.done` and `TrackPage.problems`, as they travel in an address after a form was sent. */
export const doneNames = ['rated', 'ratedBefore', 'reopened', 'reminded', 'withdrawn', 'silenced'] as const;
export type DoneName = (typeof doneNames)[number];

export const problemNames = [
  'foreign',
  'broken',
  'levelRequired',
  'reasonRequired',
  'wrongRequired',
  'tooLong',
  'notAnswered',
  'outdated',
  'notAllowed',
  'notDue',
  'undelivered',
  'notConfirmed',
] as const;
export type ProblemName = (typeof problemNames)[number];

/** The parts of the page a problem can belong to, with the field to mend. */
export const problemFields = { rate: 'rate-reason', level: 'rate-5', reopen: 'reopen-reason' } as const;
export type ProblemPlace = keyof typeof problemFields;

const isOneOf = <Name extends string>(names: readonly Name[], value: unknown): value is Name =>
  (names as readonly unknown[]).includes(value);

export const readDone = (value: unknown) => (isOneOf(doneNames, value) ? value : undefined);
export const readProblem = (value: unknown) => (isOneOf(problemNames, value) ? value : undefined);
export const readPlace = (value: unknown) =>
  isOneOf(Object.keys(problemFields) as ProblemPlace[], value) ? value : undefined;

export const trackPath = (locale: Locale, code: string) => `/${locale}/feedback/track/${formatCode(code)}`;

/** Sends the browser on by GET, so that going back or reloading sends no form again. */
export const seeOther = (location: string, headers: Record<string, string> = {}): Response =>
  new Response(null, {
    status: 303,
    headers: {
      Location: location,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      ...headers,
    },
  });

export const backDone = (locale: Locale, code: string, done: DoneName): Response =>
  seeOther(`${trackPath(locale, code)}?done=${done}#told`);

export const backProblem = (
  locale: Locale,
  code: string,
  problem: ProblemName,
  { place, cookie }: { place?: ProblemPlace | undefined; cookie?: string | undefined } = {},
): Response =>
  seeOther(
    `${trackPath(locale, code)}?problem=${problem}${place ? `&at=${place}` : ''}#problem`,
    cookie ? { 'Set-Cookie': cookie } : {},
  );
