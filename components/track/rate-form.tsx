import { useLocale, useTranslations } from 'next-intl';
import { type RatingLevel, ratingLevels } from '@/lib/feedback/states';
import { ActionForm, mainButton, WordsField } from './action-form';

/** The five official levels, best first, and why. A link from an e-mail may have chosen one already; it counts when it is sent. */
export function RateForm({
  code,
  round,
  chosen,
  typed,
  levelFault,
  reasonFault,
}: {
  code: string;
  round: number;
  chosen: RatingLevel | undefined;
  typed: string | undefined;
  levelFault: string | undefined;
  reasonFault: string | undefined;
}) {
  const t = useTranslations('TrackPage');
  const levels = useTranslations('FeedbackRatings');
  const locale = useLocale();
  return (
    <section
      id="rate"
      aria-labelledby="rate-title"
      className="mt-8 border-2 border-rule-strong bg-raised p-5"
    >
      <h2 id="rate-title" className="text-2xl">
        {t('rateTitle')}
      </h2>
      <ActionForm locale={locale} code={code} action="rate" fields={{ round }} className="mt-3">
        <fieldset
          aria-labelledby="rate-title"
          aria-describedby={levelFault ? 'level-fault' : undefined}
          className="min-w-0"
        >
          {levelFault && (
            <p id="level-fault" className="mb-2 border-s-4 border-cinnabar ps-3 font-semibold text-cinnabar">
              {levelFault}
            </p>
          )}
          <div className="grid gap-2 sm:grid-cols-5">
            {ratingLevels.map((level) => (
              <label
                key={level}
                className="flex min-h-target cursor-pointer items-center gap-3 border border-rule-strong bg-paper px-3 py-2 hover:border-cinnabar has-checked:border-cinnabar has-checked:shadow-[inset_0_0_0_1px_var(--cinnabar)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-cinnabar sm:flex-col sm:justify-start sm:gap-1.5 sm:px-1.5 sm:py-3 sm:text-center sm:leading-snug"
              >
                <input
                  id={`rate-${level}`}
                  type="radio"
                  name="level"
                  value={level}
                  required
                  defaultChecked={chosen === level}
                  className="size-5 shrink-0 accent-cinnabar outline-none"
                />
                {levels(`${level}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="mt-5">
          <WordsField
            id="rate-reason"
            label={t('rateReason')}
            hint={t('rateHint')}
            fault={reasonFault}
            typed={typed}
          />
        </div>
        <button type="submit" className={`${mainButton} mt-4`}>
          {t('rateButton')}
        </button>
      </ActionForm>
    </section>
  );
}
