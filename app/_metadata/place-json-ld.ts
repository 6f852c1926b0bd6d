import type { Locale } from '@/lib/i18n/locales';
import type { Place } from '@/lib/places/schema';
import { absoluteUrl } from '@/lib/server/env';

/** A place as schema.org TouristAttraction: https://schema.org/TouristAttraction. Unknown facts are left out. */
export function placeJsonLd(locale: Locale, place: Place): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'TouristAttraction',
    name: place.name[locale],
    alternateName: place.name['zh-CN'],
    description: place.summary[locale],
    url: absoluteUrl(`/${locale}/places/${place.id}`),
    geo: { '@type': 'GeoCoordinates', longitude: place.position[0], latitude: place.position[1] },
    ...(place.fee?.cny === 0 && { isAccessibleForFree: true }),
  };
}
