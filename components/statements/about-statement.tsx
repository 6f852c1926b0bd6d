import { useLocale, useTranslations } from 'next-intl';

/** Who runs the portal is a setting of the installation; without it the page says that it is not named. */
export function AboutStatement() {
  const t = useTranslations('AboutStatement');
  const locale = useLocale();
  const operator = process.env.SITE_OPERATOR?.trim();
  const email = process.env.SITE_CONTACT_EMAIL?.trim();
  return (
    <>
      <p>{t('what')}</p>
      <h2>{t('factsTitle')}</h2>
      <p>{t('facts')}</p>
      <h2>{t('mapTitle')}</h2>
      <p>{t('map')}</p>
      <h2 id="tell">{t('tellTitle')}</h2>
      <p>{t('tell')}</p>
      <p>
        <a href={`/${locale}/feedback`}>{t('tellLink')}</a> ·{' '}
        <a href={`/${locale}/feedback/track`}>{t('trackLink')}</a>
      </p>
      <h2>{t('whoTitle')}</h2>
      <p>{operator ? t('operator', { operator }) : t('noOperator')}</p>
      {email && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </>
  );
}
