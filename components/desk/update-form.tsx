import { useTranslations } from 'next-intl';
import { deskSteps } from '@/lib/feedback/desk';
import { DESCRIPTION_LIMIT, LINE_LIMIT } from '@/lib/feedback/text';
import { controlOf, DeskField, inputLook } from './desk-field';
import { panelLook, primaryLook } from './looks';

/** Says to the sender how it stands: a note, a step, the answer. */
export function UpdateForm({
  action,
  formKey,
  writer,
  languageName,
  language,
  typed,
  faults,
}: {
  action: string;
  /** Made with the page: the same form sent twice counts once. */
  formKey: string;
  /** Whom the form is shown to (writerMark). */
  writer: string;
  /** The language the sender wrote in, in the reader's words. */
  languageName: string;
  language: string;
  typed: { step?: string; text?: string; agency?: string };
  /** What is wrong, by field. */
  faults: Partial<Record<'step' | 'text' | 'agency' | 'photo', string>>;
}) {
  const t = useTranslations('Desk.update');
  const desk = useTranslations('Desk');
  const optional = <span className="font-normal text-soft"> ({desk('optional')})</span>;
  const [textHint, photoHint] = [t('textHint', { language: languageName }), t('photoHint')];
  return (
    <section aria-labelledby="update" className={panelLook}>
      <h2 id="update" className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-1 text-sm text-soft">{t('hint')}</p>
      <form action={action} method="post" encType="multipart/form-data" className="mt-4 flex flex-col gap-5">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="writer" value={writer} />
        <fieldset className={faults.step ? 'border-s-4 border-cinnabar ps-3' : ''}>
          <legend className="font-semibold">{t('step')}</legend>
          {faults.step && <p className="font-semibold text-cinnabar">{faults.step}</p>}
          {deskSteps.map((step, index) => (
            <label key={step} className="flex min-h-target cursor-pointer items-center gap-3">
              <input
                id={index === 0 ? 'step' : undefined}
                type="radio"
                name="step"
                value={step}
                defaultChecked={step === (typed.step || 'note')}
                className="size-5 shrink-0 accent-(--cinnabar)"
              />
              {t(`steps.${step}`)}
            </label>
          ))}
        </fieldset>
        <DeskField id="text" label={t('text')} hint={textHint} fault={faults.text}>
          <textarea
            {...controlOf('text', { hint: textHint, fault: faults.text })}
            rows={6}
            maxLength={DESCRIPTION_LIMIT}
            lang={language}
            defaultValue={typed.text}
            className={`${inputLook} py-2`}
          />
        </DeskField>
        <DeskField
          id="agency"
          label={
            <>
              {t('agency')}
              {optional}
            </>
          }
          fault={faults.agency}
        >
          <input
            {...controlOf('agency', { fault: faults.agency })}
            maxLength={LINE_LIMIT}
            defaultValue={typed.agency}
            autoComplete="off"
            className={inputLook}
          />
        </DeskField>
        <DeskField
          id="photo"
          label={
            <>
              {t('photo')}
              {optional}
            </>
          }
          hint={photoHint}
          fault={faults.photo}
        >
          <input
            {...controlOf('photo', { hint: photoHint, fault: faults.photo })}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
            className={`${inputLook} py-2 file:me-3 file:border-0 file:bg-mist file:px-3 file:py-1 file:text-ink`}
          />
        </DeskField>
        <button type="submit" className={`${primaryLook} self-start`}>
          {t('submit')}
        </button>
      </form>
    </section>
  );
}
