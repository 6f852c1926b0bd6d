import type { Locale } from '@/lib/i18n/locales';
import type { Kind, Question, QuestionValue } from './kind';

/** A kind in one language: what a page needs of it. */
export type LocalKind = Omit<Kind, 'name' | 'description' | 'keywords' | 'questions'> & {
  name: string;
  description: string;
  questions: LocalQuestion[];
};
export type LocalQuestion = Omit<Question, 'description' | 'hint' | 'values'> & {
  description: string;
  hint: string | undefined;
  values: LocalValue[];
};
export type LocalValue = Omit<QuestionValue, 'name' | 'notice'> & {
  name: string;
  notice: string | undefined;
};

export const toLocalKind = (kind: Kind, locale: Locale): LocalKind => {
  const { keywords: _, ...rest } = kind;
  return {
    ...rest,
    name: kind.name[locale],
    description: kind.description[locale],
    questions: kind.questions.map((question) => ({
      ...question,
      description: question.description[locale],
      hint: question.hint?.[locale],
      values: question.values.map(({ key, name, notice }) => ({
        key,
        name: name[locale],
        notice: notice?.[locale],
      })),
    })),
  };
};
