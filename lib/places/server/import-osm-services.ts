/** Service points from an OpenStreetMap extract: named amenities, toilets and shelters, as nodes or as areas by the middle of their box. */
import { type Bounds, boundsOf, containsPosition, type LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';
import type { OsmTags } from '@/lib/routing/osm/tags';
import { openOsm } from '@/lib/routing/server/osm/open-osm';
import type { OsmVisitor } from '@/lib/routing/server/osm/osm-visitor';
import {
  type ServiceCategory,
  type ServiceFeature,
  type ServiceKind,
  serviceFeatureSchema,
} from '../service';

export interface OsmServices {
  features: ServiceFeature[];
  report: {
    read: { nodes: number; ways: number };
    kept: Record<string, number>;
    dropped: Record<string, number>;
    withoutHours: number;
    withoutWheelchair: number;
  };
}

/** Tag to category and kind; the first that fits counts. `*` is any value but `no`. */
const meanings: readonly (readonly [key: string, value: string, ServiceCategory, ServiceKind?])[] = [
  ['amenity', 'hospital', 'health', 'hospital'],
  ['amenity', 'clinic', 'health', 'clinic'],
  ['amenity', 'doctors', 'health', 'clinic'],
  ['amenity', 'pharmacy', 'health', 'pharmacy'],
  ['amenity', 'nursing_home', 'elder-care'],
  ['amenity', 'social_facility', 'elder-care'],
  ['amenity', 'kindergarten', 'childcare', 'kindergarten'],
  ['amenity', 'childcare', 'childcare'],
  ['amenity', 'school', 'education'],
  ['amenity', 'marketplace', 'shopping', 'market'],
  ['shop', 'supermarket', 'shopping', 'supermarket'],
  ['shop', 'convenience', 'shopping', 'convenience'],
  ['shop', 'mall', 'shopping', 'mall'],
  ['shop', 'greengrocer', 'shopping'],
  ['shop', 'bakery', 'shopping'],
  ['shop', 'butcher', 'shopping'],
  ['amenity', 'restaurant', 'meals'],
  ['amenity', 'fast_food', 'meals'],
  ['amenity', 'food_court', 'meals', 'food-street'],
  ['amenity', 'cafe', 'meals'],
  ['leisure', 'park', 'green', 'park'],
  ['leisure', 'garden', 'green'],
  ['leisure', 'stadium', 'sport', 'stadium'],
  ['leisure', 'sports_hall', 'sport', 'sports-hall'],
  ['leisure', 'sports_centre', 'sport'],
  ['leisure', 'fitness_station', 'sport'],
  ['amenity', 'library', 'culture', 'library'],
  ['tourism', 'museum', 'culture', 'museum'],
  ['tourism', 'gallery', 'culture', 'gallery'],
  ['amenity', 'arts_centre', 'culture', 'cultural-centre'],
  ['amenity', 'community_centre', 'community'],
  ['amenity', 'townhall', 'community'],
  ['office', 'government', 'community'],
  ['railway', 'station', 'transport', 'station'],
  ['station', 'subway', 'transport', 'station'],
  ['highway', 'bus_stop', 'transport', 'bus-stop'],
  ['amenity', 'toilets', 'toilet'],
  ['amenity', 'shelter', 'emergency', 'shelter'],
  ['emergency', 'assembly_point', 'emergency', 'shelter'],
];
const keys = new Set(meanings.map(([key]) => key));

/** Bus shelters and huts are no places to be safe in. */
const isNoRefuge = (tags: OsmTags) =>
  tags.get('amenity') === 'shelter' && tags.get('shelter_type') !== 'emergency';

/** Keys of names in OpenStreetMap by our languages, the most exact first. Nothing is transliterated. */
const nameKeys: Record<Locale, readonly string[]> = {
  'zh-CN': ['name:zh-Hans', 'name:zh-CN', 'name:zh'],
  'zh-Hant': ['name:zh-Hant', 'name:zh-TW', 'name:zh-HK'],
  en: ['name:en'],
  ja: ['name:ja'],
  ko: ['name:ko'],
};

type Reading = { feature: ServiceFeature } | { dropped: string } | undefined;

function readService(tags: OsmTags, id: string, position: LngLat, today: string): Reading {
  const meaning = meanings.find(([key, value]) => tags.get(key) === value);
  if (!meaning || isNoRefuge(tags)) return undefined;
  const [, , category, kind] = meaning;
  const name = tags.get('name')?.trim();
  if (!name && category !== 'toilet') return { dropped: 'no name' };
  if (/^(private|no|customers)$/.test(tags.get('access') ?? '')) return { dropped: 'not for everybody' };
  const wheelchair = tags.get('wheelchair');
  const level = Number(tags.get('level') ?? Number.NaN);
  const names = Object.entries(nameKeys).flatMap(([locale, candidates]) => {
    const text = candidates.map((key) => tags.get(key)?.trim()).find(Boolean);
    return text ? [[`name:${locale}`, text]] : [];
  });
  const parsed = serviceFeatureSchema.safeParse({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: position.map((degrees) => Math.round(degrees * 1e6) / 1e6) },
    properties: {
      id,
      category,
      ...(kind && { kind }),
      ...(name && { name }),
      ...Object.fromEntries(names),
      ...(tags.get('opening_hours')?.trim() && { opening_hours: tags.get('opening_hours')?.trim() }),
      ...(wheelchair && /^(yes|limited|no)$/.test(wheelchair) && { wheelchair }),
      ...(tags.get('fee')?.trim() && { fee: tags.get('fee')?.trim() }),
      ...(Number.isFinite(level) && { level }),
      sources: ['© OpenStreetMap contributors, ODbL 1.0'],
      checked: today,
    },
  });
  return parsed.success ? { feature: parsed.data } : { dropped: 'not valid' };
}

/** Reads an extract in two passes; only the corners of the areas found are held. Throws NetworkImportError for what is no OpenStreetMap file. */
export async function importOsmServices({
  file,
  bbox,
  today,
  onProgress = () => {},
}: {
  file: string;
  bbox?: Bounds | undefined;
  /** ISO date of the run. */
  today: string;
  onProgress?: (step: 'areas' | 'points', share: number) => void;
}): Promise<OsmServices> {
  const features: ServiceFeature[] = [];
  const dropped: Record<string, number> = {};
  const take = (tags: OsmTags, id: string, position: LngLat) => {
    if (bbox && !containsPosition(bbox, position)) return;
    const reading = readService(tags, id, position, today);
    if (!reading) return;
    if ('feature' in reading) features.push(reading.feature);
    else dropped[reading.dropped] = (dropped[reading.dropped] ?? 0) + 1;
  };
  const osm = await openOsm(file);
  try {
    const areas: { id: number; tags: OsmTags; refs: number[] }[] = [];
    const corners = new Map<number, LngLat | undefined>();
    const areaVisitor: OsmVisitor = {
      keys,
      way: (id, tags, refs) => {
        if (!meanings.some(([key, value]) => tags.get(key) === value)) return;
        areas.push({ id, tags: new Map(tags), refs: [...refs] });
        for (const ref of refs) corners.set(ref, undefined);
      },
    };
    const none: ReadonlySet<number> = new Set();
    const { ways } = await osm.read(areaVisitor, none, (done) => onProgress('areas', done / osm.bytes));
    const { nodes } = await osm.read(
      {
        node: (id, lng, lat, tags) => {
          if (corners.has(id)) corners.set(id, [lng, lat]);
          const found = tags();
          if (found) take(found, `node/${id}`, [lng, lat]);
        },
      },
      none,
      (done) => onProgress('points', done / osm.bytes),
    );
    for (const { id, tags, refs } of areas) {
      const points = refs.flatMap((ref) => {
        const corner = corners.get(ref);
        return corner ? [corner] : [];
      });
      if (points.length === 0) continue;
      const [west, south, east, north] = boundsOf(points);
      take(tags, `way/${id}`, [(west + east) / 2, (south + north) / 2]);
    }
    const kept: Record<string, number> = {};
    for (const { properties } of features) kept[properties.category] = (kept[properties.category] ?? 0) + 1;
    return {
      features,
      report: {
        read: { nodes, ways },
        kept,
        dropped,
        withoutHours: features.filter(({ properties }) => !properties.opening_hours).length,
        withoutWheelchair: features.filter(({ properties }) => !properties.wheelchair).length,
      },
    };
  } finally {
    await osm.close();
  }
}
