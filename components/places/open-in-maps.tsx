import { useLocale, useTranslations } from 'next-intl';
import type { LngLat } from '@/lib/geo/position';
import type { Localized } from '@/lib/i18n/locales';
import { mapLink, mapServices } from '@/lib/places/map-links';

/** Opens a place in five map services, each given the point in the datum it wants, and its Chinese name. */
export function OpenInMaps({ name, position }: { name: Localized; position: LngLat }) {
  const t = useTranslations('OpenInMaps');
  const locale = useLocale();
  return (
    <details className="no-print elder-hidden">
      <summary className="inline-flex min-h-target items-center text-jade underline underline-offset-4">
        {t('label')}
      </summary>
      <ul className="-mx-2 flex flex-wrap">
        {mapServices.map((service) => (
          <li key={service}>
            <a
              href={mapLink(service, position, name['zh-CN'])}
              rel="noopener noreferrer"
              target="_blank"
              className="flex min-h-target items-center px-2"
            >
              {t(`services.${service}`)}
              {/* Nine stops have the same five links: a screen reader's list of links tells them apart. */}
              <span className="sr-only"> · {name[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
