import { useTranslations } from 'next-intl';

const measures = ['keyboard', 'list', 'elder', 'contrast', 'noScript', 'languages'] as const;
const gaps = ['readers', 'surveys', 'maps'] as const;

export function AccessibilityStatement() {
  const t = useTranslations('AccessibilityStatement');
  return (
    <>
      <p>{t('aim')}</p>
      <h2>{t('measuresTitle')}</h2>
      <ul>
        {measures.map((key) => (
          <li key={key}>{t(`measures.${key}`)}</li>
        ))}
      </ul>
      <h2>{t('testedTitle')}</h2>
      <p>{t('tested')}</p>
      <h2>{t('gapsTitle')}</h2>
      <ul>
        {gaps.map((key) => (
          <li key={key}>{t(`gaps.${key}`)}</li>
        ))}
      </ul>
    </>
  );
}
