import { useLocale, useTranslations } from 'next-intl';

const files = {
  walks: 'walks.geojson',
  places: 'places.geojson',
  services: 'services.geojson',
  servicesTable: 'services.csv',
  coverage: 'coverage.geojson',
  coverageTable: 'coverage.csv',
  notices: 'notices.json',
  api: 'openapi.json',
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
            <a href={`/data/${files[file]}`} download className="inline-flex min-h-target items-center">
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
