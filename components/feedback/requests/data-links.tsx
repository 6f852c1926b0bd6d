import { useLocale, useTranslations } from 'next-intl';

/** The same as data: a table for people, GeoReport v2 for programs. */
export function DataLinks() {
  const t = useTranslations('RequestsPage');
  const locale = useLocale();
  const links = {
    csv: '/data/suggestions.csv',
    requests: `/open311/v2/requests.json?locale=${locale}`,
    services: `/open311/v2/services.json?locale=${locale}`,
    discovery: '/open311/v2/discovery.json',
  } as const;
  return (
    <section aria-labelledby="data" className="mt-8">
      <h2 id="data" className="text-xl">
        {t('data')}
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {(Object.keys(links) as (keyof typeof links)[]).map((link) => (
          <li key={link}>
            <a
              href={links[link]}
              download={link === 'csv' ? true : undefined}
              className="inline-flex min-h-target items-center"
            >
              {t(link)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
