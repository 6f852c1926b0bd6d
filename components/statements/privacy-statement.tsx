import { useTranslations } from 'next-intl';

/** Says what this installation really does: the map provider that is switched on is named. */
export function PrivacyStatement() {
  const t = useTranslations('PrivacyStatement');
  const provider = process.env.NEXT_PUBLIC_MAPBOX_TOKEN
    ? 'mapbox'
    : process.env.NEXT_PUBLIC_TIANDITU_KEY
      ? 'tianditu'
      : 'drawn';
  return (
    <>
      <p>{t('short')}</p>
      <h2>{t('deviceTitle')}</h2>
      <p>{t('device')}</p>
      <p>{t('cookie')}</p>
      <h2>{t('positionTitle')}</h2>
      <p>{t('position')}</p>
      <h2>{t('serverTitle')}</h2>
      <p>{t('server')}</p>
      <h2>{t('suggestionsTitle')}</h2>
      <p>{t('suggestions')}</p>
      <h2>{t('mapTitle')}</h2>
      <p>{t(`map.${provider}`)}</p>
      <h2>{t('linksTitle')}</h2>
      <p>{t('links')}</p>
    </>
  );
}
