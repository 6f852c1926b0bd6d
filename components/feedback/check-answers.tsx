import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Draft, Step } from '@/lib/feedback/draft';
import { chosenKeys, questionsFor } from '@/lib/feedback/kind';
import type { LocalKind, LocalQuestion } from '@/lib/feedback/local-kind';
import { formatInstant } from '@/lib/i18n/format';

/** Everything that was answered, each with a way to change it that leads straight back here. */
export function CheckAnswers({
  draft,
  kind,
  photos,
  hrefOf,
}: {
  draft: Draft;
  kind: LocalKind | undefined;
  photos: ReactNode;
  hrefOf: (step: Step) => string;
}) {
  const t = useTranslations('FeedbackForm');
  const locale = useLocale();
  const nothing = <span className="text-soft">{t('check.nothing')}</span>;
  const place =
    draft.how === 'none'
      ? t('place.none')
      : draft.how === 'address'
        ? draft.address
        : draft.name || draft.position?.map((degrees) => degrees.toFixed(5)).join(', ');
  const answerOf = (question: LocalQuestion): ReactNode => {
    const typed = chosenKeys(draft.answers[question.code]).filter((text) => text.trim());
    if (typed.length === 0) return nothing;
    if (question.values.length > 0)
      return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
        question.values.filter(({ key }) => typed.includes(key)).map(({ name }) => name),
      );
    if (question.datatype === 'datetime') {
      const instant = Date.parse(`${typed[0]?.slice(0, 16)}:00+08:00`);
      return Number.isNaN(instant) ? typed[0] : formatInstant(locale, instant);
    }
    return typed[0];
  };
  const consents = [
    draft.consent.contact && t('contact.consentContact'),
    draft.consent.news && t('contact.consentNews'),
    draft.consent.publish && t('contact.consentPublish'),
  ].filter((text) => text !== false);
  const contact = [draft.contact.name, draft.contact.phone, draft.contact.email].filter((text) =>
    text.trim(),
  );
  const rows: { step: Step; title: string; value: ReactNode }[] = [
    { step: 'kind', title: t('check.kind'), value: kind?.name ?? nothing },
    { step: 'place', title: t('check.place'), value: place || nothing },
    {
      step: 'describe',
      title: t('check.describe'),
      value: <span className="whitespace-pre-wrap wrap-anywhere">{draft.description.trim()}</span>,
    },
    ...(kind ? questionsFor(kind, draft.answers) : [])
      .filter(({ variable }) => variable)
      .map((question) => ({
        step: `question.${question.code}` as const,
        title: question.description,
        value: answerOf(question),
      })),
    { step: 'photos', title: t('check.photos'), value: photos ?? nothing },
    {
      step: 'contact',
      title: t('check.contact'),
      value: contact.length > 0 ? contact.join(' · ') : nothing,
    },
    {
      step: 'contact',
      title: t('check.consent'),
      value:
        consents.length > 0 ? (
          <ul>
            {consents.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : (
          t('check.noConsent')
        ),
    },
  ];
  return (
    <>
      <h1 className="text-3xl">{t('check.title')}</h1>
      <dl className="mt-5 border-t border-rule">
        {rows.map(({ step, title, value }) => (
          <div
            key={title}
            className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 border-b border-rule py-2 sm:grid-cols-[minmax(8rem,1fr)_3fr_auto]"
          >
            <dt className="text-soft">{title}</dt>
            {/* Pictures have no line of text to stand on. */}
            <dd className="order-1 col-span-2 wrap-anywhere sm:order-none sm:col-span-1 sm:has-[img]:self-start sm:has-[img]:pt-2">
              {value}
            </dd>
            <dd>
              <a
                href={hrefOf(step)}
                aria-label={t('check.changeOf', { field: title })}
                className="inline-flex min-h-target items-center"
              >
                {t('check.change')}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4">{t('check.whom')}</p>
    </>
  );
}
