import { useLocale, useTranslations } from 'next-intl';
import type { Draft } from '@/lib/feedback/draft';
import { fieldLook } from '../route/field';
import { FieldFault } from './error-summary';
import { fieldId, type ShownFault } from './fault-text';
import { ChoiceRow } from './step-heading';

const fields = [
  { name: 'name', type: 'text', autoComplete: 'name' },
  { name: 'phone', type: 'tel', autoComplete: 'tel' },
  { name: 'email', type: 'email', autoComplete: 'email' },
] as const;

/** Contact, if wished, and each consent by itself; none is set beforehand. */
export function ContactFields({
  draft,
  faults,
  hasMail,
}: {
  draft: Draft;
  faults: readonly ShownFault[];
  /** The portal can send e-mail. */
  hasMail: boolean;
}) {
  const t = useTranslations('FeedbackForm');
  const locale = useLocale();
  const isUnused = faults.some(({ field }) => field === 'consent');
  return (
    <>
      <h1 className="text-3xl">{t('contact.title')}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {t('contact.hint')} <a href={`/${locale}/privacy`}>{t('contact.privacy')}</a>
      </p>
      <div className="mt-5 grid max-w-xl gap-4">
        {fields.map(({ name, type, autoComplete }) => {
          const field = `contact.${name}`;
          const isFaulty = faults.some((fault) => fault.field === field);
          return (
            <div key={name}>
              <label htmlFor={fieldId(field)} className="text-soft">
                {t('optional', { label: t(`contact.${name}`) })}
              </label>
              <FieldFault field={field} faults={faults} kind={undefined} />
              <input
                id={fieldId(field)}
                name={field}
                type={type}
                autoComplete={autoComplete}
                defaultValue={draft.contact[name]}
                aria-invalid={isFaulty || undefined}
                aria-describedby={isFaulty ? `${fieldId(field)}-fault` : undefined}
                className={`${fieldLook} mt-1`}
              />
            </div>
          );
        })}
      </div>
      <fieldset
        id={fieldId('consent')}
        tabIndex={-1}
        className="mt-8"
        aria-describedby={isUnused ? `${fieldId('consent')}-fault` : undefined}
      >
        <legend className="text-xl">{t('contact.consents')}</legend>
        <FieldFault field="consent" faults={faults} kind={undefined} />
        <div className="mt-2 border-t border-rule">
          <ChoiceRow
            type="checkbox"
            name="consent.contact"
            value="yes"
            isChosen={draft.consent.contact}
            title={t('contact.consentContact')}
          />
          {hasMail && (
            <ChoiceRow
              type="checkbox"
              name="consent.news"
              value="yes"
              isChosen={draft.consent.news}
              title={t('contact.consentNews')}
            />
          )}
          <ChoiceRow
            type="checkbox"
            name="consent.publish"
            value="yes"
            isChosen={draft.consent.publish}
            title={t('contact.consentPublish')}
          />
        </div>
        {!hasMail && <p className="mt-2 text-soft">{t('contact.noNews')}</p>}
      </fieldset>
    </>
  );
}
