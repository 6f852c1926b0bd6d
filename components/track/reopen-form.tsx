import { useLocale, useTranslations } from 'next-intl';
import { formatDay } from '@/lib/i18n/format';
import { ActionForm, sideButton, WordsField } from './action-form';

/** Opens a suggestion again. Folded while there is still a rating to give: first things first. */
export function ReopenForm({
  code,
  round,
  until,
  typed,
  fault,
  isOpen,
}: {
  code: string;
  round: number;
  until: number;
  typed: string | undefined;
  fault: string | undefined;
  isOpen: boolean;
}) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  return (
    <details open={isOpen ? true : undefined} className="mt-4 border-b border-rule pb-4">
      <summary className="min-h-target content-center">
        <h2 className="inline text-xl">{t('reopenTitle')}</h2>
      </summary>
      <p className="max-w-prose">{t('reopenText', { date: formatDay(locale, until) })}</p>
      <ActionForm locale={locale} code={code} action="reopen" fields={{ round }} className="mt-3">
        <WordsField id="reopen-reason" label={t('reopenLabel')} fault={fault} typed={typed} isRequired />
        <button type="submit" className={`${sideButton} mt-4`}>
          {t('reopenButton')}
        </button>
      </ActionForm>
    </details>
  );
}
