import type { Locale } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';
import { type MeasuredWalk, type MeasuredWaypoint, storyOf } from '@/lib/walks/measured-walk';

/** A walk as schema.org TouristTrip: https://schema.org/TouristTrip */
export function walkJsonLd(
  locale: Locale,
  { walk }: MeasuredWalk,
  waypoints: readonly MeasuredWaypoint[],
): object {
  const story = storyOf(walk, locale);
  return {
    '@context': 'https://schema.org',
    '@type': 'TouristTrip',
    name: story.title,
    description: story.summary,
    url: absoluteUrl(`/${locale}/walks/${walk.id}`),
    image: absoluteUrl(`/${locale}/walks/${walk.id}/share.png`),
    inLanguage: locale,
    itinerary: {
      '@type': 'ItemList',
      numberOfItems: waypoints.length,
      itemListElement: waypoints.map(({ place }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        item: {
          '@type': 'TouristAttraction',
          name: place.name[locale],
          url: absoluteUrl(`/${locale}/places/${place.id}`),
          geo: { '@type': 'GeoCoordinates', longitude: place.position[0], latitude: place.position[1] },
        },
      })),
    },
  };
}
