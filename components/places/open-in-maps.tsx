import { useTranslations } from 'next-intl';
import type { LngLat } from '@/lib/geo/position';
import { mapLink, mapServices } from '@/lib/places/map-links';

/** Opens a place in five map services, each given the point in the datum it wants. */
export function OpenInMaps({ name, position }: { name: string; position: LngLat }) {
  const t = useTranslations('OpenInMaps');
  return (
    <details className="no-print elder-hidden">
      <summary className="inline-flex min-h-target items-center text-jade underline underline-offset-4">
        {t('label')}
      </summary>
      <ul className="-mx-2 flex flex-wrap">
        {mapServices.map((service) => (
          <li key={service}>
            <a
              href={mapLink(service, position, name)}
              rel="noopener noreferrer"
              target="_blank"
              aria-label={t('open', { place: name, service: t(`services.${service}`) })}
              className="flex min-h-target items-center px-2"
            >
              {t(`services.${service}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
