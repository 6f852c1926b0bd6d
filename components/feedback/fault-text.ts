import { useLocale, useTranslations } from 'next-intl';
import type { LocalKind } from '@/lib/feedback/local-kind';
import { type Fault, PHOTO_LIMIT } from '@/lib/feedback/submission';
import { DESCRIPTION_LIMIT } from '@/lib/feedback/text';

/** A fault as shown: `name` is the file it is about. */
export type ShownFault = Fault & { name?: string };

/** Parts of a submission by the field of the form they are said in. */
const formFields: Record<string, string> = {
  location: 'how',
  'location.position': 'at',
  'location.name': 'at',
  'location.address': 'address',
};

/** The field of the form a fault is mended in. */
export const formField = (field: string) => formFields[field] ?? field;

/** Id of the field a fault is about, so that the summary leads there. */
export const fieldId = (field: string) => `field-${formField(field).replaceAll('.', '-')}`;

/** The words of a fault. */
export function useFaultText(kind: LocalKind | undefined): (fault: ShownFault) => string {
  const t = useTranslations('FeedbackForm.faults');
  const locale = useLocale();
  return ({ field, fault, name = '', count }) => {
    const number = (value: number | undefined) => (value ?? 0).toLocaleString(locale);
    if (field.startsWith('answers.')) {
      const question = kind?.questions.find(({ code }) => `answers.${code}` === field);
      if (fault === 'out-of-range')
        return t('answer.out-of-range', { min: number(question?.min), max: number(question?.max) });
      const key = `answer.${fault}` as 'answer.required';
      return t.has(key) ? t(key) : t('other');
    }
    const key = `${formField(field).replace(/^contact\./, '')}.${fault}`;
    const values = { limit: number(DESCRIPTION_LIMIT), most: PHOTO_LIMIT, name, count: number(count) };
    const counted = `${key}-count` as 'description.too-long-count';
    if (count !== undefined && t.has(counted)) return t(counted, values);
    if (t.has(key as 'kind.required')) return t(key as 'photos.too-many', values as never);
    return fault === 'too-long' ? t('answer.too-long') : t('other');
  };
}
