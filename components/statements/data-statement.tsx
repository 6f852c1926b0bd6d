import { useLocale, useTranslations } from 'next-intl';

const files = {
  walks: '/data/walks.geojson',
  places: '/data/places.geojson',
  services: '/data/services.geojson',
  servicesTable: '/data/services.csv',
  coverage: '/data/coverage.geojson',
  coverageTable: '/data/coverage.csv',
  notices: '/data/notices.json',
  suggestions: '/data/suggestions.csv',
  georeport: '/open311/v2/discovery.json',
  api: '/data/openapi.json',
} as const;

export function DataStatement() {
  const t = useTranslations('DataStatement');
  const locale = useLocale();
  return (
    <>
      <p>{t('intro')}</p>
      <ul>
        {(Object.keys(files) as (keyof typeof files)[]).map((file) => (
          <li key={file}>
            <a href={files[file]} download className="inline-flex min-h-target items-center">
              {t(`files.${file}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={`/${locale}/feed.xml`} className="inline-flex min-h-target items-center">
            {t('feed')}
          </a>
        </li>
      </ul>
      <h2>{t('datumTitle')}</h2>
      <p>{t('datum')}</p>
      <h2>{t('licenceTitle')}</h2>
      <p>{t('licence')}</p>
      <h2>{t('trustTitle')}</h2>
      <p>{t('trust')}</p>
    </>
  );
}
