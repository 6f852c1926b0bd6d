import type { useTranslations } from 'next-intl';
import type { Step } from '@/lib/feedback/draft';
import type { LocalKind } from '@/lib/feedback/local-kind';

/** The question of a step and the form it belongs to, as a page's title says them; what is wrong comes first. */
export function stepTitle(
  t: ReturnType<typeof useTranslations<'FeedbackForm'>>,
  {
    step,
    kind,
    isFaulty,
  }: { step: Step | 'begin' | 'confirm'; kind: LocalKind | undefined; isFaulty: boolean },
): string {
  const asked = kind?.questions.find(({ code }) => step === `question.${code}`);
  const question = asked?.description ?? t(`${step as Exclude<typeof step, `question.${string}`>}.title`);
  const title = `${question} · ${t('title')}`;
  return isFaulty ? t('errorPrefix', { title }) : title;
}
