import { useTranslations } from 'next-intl';
import { refusalReasons } from '@/lib/feedback/desk';
import { controlOf, DeskField, inputLook } from './desk-field';
import { panelLook, primaryLook, quietLook } from './looks';

/** Publish, or not and why: two forms, since they are two decisions. */
export function ModerationForm({
  action,
  mayPublish,
  publication,
  fault,
}: {
  action: string;
  mayPublish: boolean;
  publication: 'none' | 'waiting' | 'published' | 'refused';
  /** What is wrong with the reason. */
  fault?: string | undefined;
}) {
  const t = useTranslations('Desk');
  return (
    <section aria-labelledby="moderate" className={panelLook}>
      <h2 id="moderate" className="text-xl">
        {t('moderate.title')}
      </h2>
      {mayPublish ? (
        <>
          <p className="mt-1 font-semibold">{t(`publications.${publication}`)}</p>
          <p className="mt-1 text-sm text-soft">{t('moderate.hint')}</p>
          {publication !== 'published' && (
            <form action={action} method="post" className="mt-4">
              <button type="submit" name="decision" value="publish" className={primaryLook}>
                {t('moderate.publish')}
              </button>
            </form>
          )}
          {publication !== 'refused' && (
            <form
              action={action}
              method="post"
              className="mt-4 flex flex-col items-stretch gap-3 border-t border-rule pt-4"
            >
              <DeskField id="reason" label={t('moderate.reason')} fault={fault}>
                <select {...controlOf('reason', { fault })} defaultValue="" className={inputLook}>
                  <option value="">{t('moderate.choose')}</option>
                  {refusalReasons.map((reason) => (
                    <option key={reason} value={reason}>
                      {t(`reasons.${reason}`)}
                    </option>
                  ))}
                </select>
              </DeskField>
              <button type="submit" name="decision" value="refuse" className={`${quietLook} self-start`}>
                {t('moderate.refuse')}
              </button>
            </form>
          )}
        </>
      ) : (
        <p className="mt-1 text-soft">{t('moderate.no')}</p>
      )}
    </section>
  );
}
