/** Answers to a kind's questions: read from what was typed, every mistake named by question. */
import { type Answer, type Answers, type KindRules, type QuestionRules, questionsFor } from './kind';
import { cleanLine, cleanText, DESCRIPTION_LIMIT, LINE_LIMIT } from './text';

export type AnswerFault =
  | 'required'
  | 'too-long'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-date'
  | 'unknown-value';

/** Values as a form sends them: one or several under a name. */
export type TypedValues = Readonly<Record<string, string | readonly string[] | undefined>>;

const listOf = (typed: string | readonly string[] | undefined): string[] =>
  (typed === undefined ? [] : typeof typed === 'string' ? [typed] : [...typed]).filter(
    (text) => text.trim() !== '',
  );

/** One answer read: the answer, nothing (left empty), or what is wrong with it. Dates come out in ISO 8601 with the zone of Shanghai. */
export function readAnswer(
  question: QuestionRules,
  typed: string | readonly string[] | undefined,
): { answer?: Answer; fault?: AnswerFault } {
  const given = listOf(typed);
  if (given.length === 0) return question.required ? { fault: 'required' } : {};
  const [first = ''] = given;
  switch (question.datatype) {
    case 'multivaluelist': {
      const keys = question.values.map(({ key }) => key).filter((key) => given.includes(key));
      return new Set(given).size === keys.length ? { answer: keys } : { fault: 'unknown-value' };
    }
    case 'singlevaluelist':
      return question.values.some(({ key }) => key === first)
        ? { answer: first }
        : { fault: 'unknown-value' };
    case 'number': {
      const text = cleanLine(first).normalize('NFKC').replace(/,/g, '');
      const value = Number(text);
      if (text.length > 20 || !/^[+-]?\d*\.?\d+$/.test(text)) return { fault: 'not-a-number' };
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = question;
      return value < min || value > max ? { fault: 'out-of-range' } : { answer: String(value) };
    }
    case 'datetime': {
      const text = cleanLine(first);
      const [, day, time = '00:00'] =
        /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?(?::\d{2}(?:\.\d+)?)?(?:\+08:00)?$/.exec(text) ?? [];
      const iso = `${day}T${time}:00+08:00`;
      const instant = day ? Date.parse(iso) : Number.NaN;
      // A day that does not exist would be taken for one of the next month.
      const isThatDay = new Date(instant + 8 * 3_600_000).toJSON()?.startsWith(`${day}`);
      return isThatDay ? { answer: iso } : { fault: 'not-a-date' };
    }
    case 'string': {
      const text = cleanLine(first);
      if (text.length > LINE_LIMIT) return { fault: 'too-long' };
      return text ? { answer: text } : readAnswer(question, undefined);
    }
    case 'text': {
      const text = cleanText(first);
      if (text.length > DESCRIPTION_LIMIT) return { fault: 'too-long' };
      return text ? { answer: text } : readAnswer(question, undefined);
    }
  }
}

/** All answers of a kind. Questions whose condition is not met are not asked, and what was typed for them is left out. */
export function readAnswers(
  kind: KindRules,
  typed: TypedValues,
): { answers: Answers; faults: { question: string; fault: AnswerFault }[] } {
  const answers: Record<string, Answer> = {};
  const faults: { question: string; fault: AnswerFault }[] = [];
  for (const question of kind.questions) {
    if (!question.variable || !questionsFor(kind, answers).includes(question)) continue;
    const { answer, fault } = readAnswer(question, typed[question.code]);
    if (fault) faults.push({ question: question.code, fault });
    if (answer !== undefined) answers[question.code] = answer;
  }
  return { answers, faults };
}
