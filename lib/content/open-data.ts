import { stringify } from 'csv-stringify/sync';
import type { FeatureCollection } from 'geojson';
import { locales } from '@/lib/i18n/locales';
import type { Service } from '@/lib/places/service';
import { toMeasuredWalk } from '@/lib/walks/measured-walk';
import type { Content } from './check';

const credit = {
  datum: 'WGS-84',
  license: 'CC BY 4.0 (words and facts); ways and streets contain OpenStreetMap data, ODbL 1.0',
  attribution: 'YuWalk 渝步; © OpenStreetMap contributors',
};

/** All places with their names in every language, for reuse. */
export function placesCollection({ places }: Content): FeatureCollection & typeof credit {
  return {
    type: 'FeatureCollection',
    ...credit,
    features: [...places.values()].map((place) => ({
      type: 'Feature',
      id: place.id,
      geometry: { type: 'Point', coordinates: [...place.position] },
      properties: {
        kind: place.kind,
        ...Object.fromEntries(locales.map((locale) => [`name:${locale}`, place.name[locale]])),
        accuracy: place.accuracyMeters,
        wheelchair: place.wheelchair ?? 'unknown',
        opening_hours: place.opening ?? 'unknown',
        confidence: place.confidence,
        checked: place.checked,
        source: place.sources,
      },
    })),
  };
}

/** All service points of the life circle, for reuse. What nobody knows is empty, never "no". */
export function servicesCollection({ services }: Content): FeatureCollection & typeof credit {
  return {
    type: 'FeatureCollection',
    ...credit,
    features: services.map((service) => ({
      type: 'Feature',
      id: service.id,
      geometry: { type: 'Point', coordinates: [...service.position] },
      properties: serviceRow(service),
    })),
  };
}

/** The same as a table. */
export function servicesTable({ services }: Content): string {
  return stringify(
    services.map((service) => ({
      ...serviceRow(service),
      source: service.sources.join(' '),
      longitude: service.position[0],
      latitude: service.position[1],
    })),
    // Spreadsheets take a file without the mark for something else than UTF-8.
    { header: true, bom: true },
  );
}

function serviceRow(service: Service) {
  return {
    id: service.id,
    category: service.category,
    kind: service.kind,
    name: service.name.sign,
    ...Object.fromEntries(locales.map((locale) => [`name:${locale}`, service.name[locale]])),
    accuracy: service.accuracyMeters,
    wheelchair: service.wheelchair,
    opening_hours: service.openingHours,
    fee: service.fee,
    confidence: service.confidence,
    checked: service.checked,
    source: service.sources,
  };
}

/** All walks as lines with their computed measures. */
export function walksCollection({ walks, network }: Content): FeatureCollection & typeof credit {
  return {
    type: 'FeatureCollection',
    ...credit,
    features: walks.map((walk) => {
      const { measures, totalSeconds } = toMeasuredWalk(network, walk);
      return {
        type: 'Feature',
        id: walk.id,
        geometry: { type: 'LineString', coordinates: measures.line.map((position) => [...position]) },
        properties: {
          ...Object.fromEntries(locales.map((locale) => [`name:${locale}`, walk.stories[locale].title])),
          status: walk.status,
          themes: walk.themes,
          night: walk.night,
          wheelchair: walk.wheelchair ?? 'unknown',
          length: Math.round(measures.lengthMeters),
          ascent: Math.round(measures.ascent),
          descent: Math.round(measures.descent),
          steps_up: measures.stairsUp.steps,
          steps_down: measures.stairsDown.steps,
          uncounted_stair_meters: Math.round(
            measures.stairsUp.uncountedMeters + measures.stairsDown.uncountedMeters,
          ),
          unsurveyed_meters: Math.round(measures.stairsUp.unsurveyedMeters),
          estimated_meters: Math.round(measures.estimatedMeters),
          minutes: Math.round(totalSeconds / 60),
          places: walk.waypoints.map(({ place }) => place),
          checked: walk.checked,
        },
      };
    }),
  };
}
