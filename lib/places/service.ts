/** Service points of a life circle: what people need near home, by category. Editors' records and imports of a city's own lists have one form. */
import { z } from 'zod';
import type { LngLat } from '@/lib/geo/position';
import { type Locale, locales } from '@/lib/i18n/locales';
import { confidenceSchema, idSchema, positionSchema, wheelchairSchema } from './schema';

/** Categories of a fifteen-minute life circle, in the order they are shown. */
export const serviceCategories = [
  'health',
  'elder-care',
  'childcare',
  'education',
  'shopping',
  'meals',
  'green',
  'sport',
  'culture',
  'community',
  'transport',
  'toilet',
  'emergency',
  'housing',
  'jobs',
] as const;
export type ServiceCategory = (typeof serviceCategories)[number];

/** Kinds within a category, where a list tells them apart. */
export const serviceKinds = [
  'hospital',
  'clinic',
  'pharmacy',
  'primary-school',
  'secondary-school',
  'kindergarten',
  'library',
  'museum',
  'gallery',
  'cultural-centre',
  'park',
  'stadium',
  'sports-hall',
  'market',
  'supermarket',
  'convenience',
  'mall',
  'food-street',
  'station',
  'bus-stop',
  'shelter',
] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** People look for these by what they are; all others need a name. */
export const mayLackName = (category: ServiceCategory): boolean =>
  category === 'toilet' || category === 'emergency';

const textSchema = z.string().trim().min(1);
const localized = (prefix: string) =>
  Object.fromEntries(locales.map((locale) => [`${prefix}:${locale}`, textSchema.optional()])) as Record<
    string,
    z.ZodOptional<typeof textSchema>
  >;

/** One feature of content/services/*.geojson. What is missing is unknown. */
export const serviceFeatureSchema = z.strictObject({
  type: z.literal('Feature'),
  geometry: z.strictObject({ type: z.literal('Point'), coordinates: positionSchema }),
  properties: z
    .strictObject({
      id: z.union([idSchema, z.string().regex(/^(node|way|relation)\/\d+$/)]),
      category: z.enum(serviceCategories),
      kind: z.enum(serviceKinds).optional(),
      /** As its sign says; what has no name, as many a toilet, has none here. */
      name: textSchema.optional(),
      ...localized('name'),
      ...localized('note'),
      accuracy_m: z.number().positive().optional(),
      position_source: textSchema.optional(),
      /** OpenStreetMap opening_hours. */
      opening_hours: textSchema.optional(),
      wheelchair: wheelchairSchema.optional(),
      fee: textSchema.optional(),
      /** Floor, in OpenStreetMap's counting. */
      level: z.number().optional(),
      /** The same thing as a place with a page of its own. */
      place: idSchema.optional(),
      confidence: confidenceSchema.optional(),
      sources: z.array(textSchema).min(1),
      checked: z.iso.date(),
    })
    .refine(({ category, name }) => name !== undefined || mayLackName(category), {
      path: ['name'],
      message: 'a name is wanted',
    })
    .readonly(),
});
export type ServiceFeature = z.infer<typeof serviceFeatureSchema>;

export interface Service {
  id: string;
  category: ServiceCategory;
  kind: ServiceKind | undefined;
  /** As its sign says, empty where it has no name; and what there is in other languages. */
  name: { sign: string } & Partial<Record<Locale, string>>;
  note: Partial<Record<Locale, string>>;
  position: LngLat;
  /** Metres the point may be off; undefined is unknown. */
  accuracyMeters: number | undefined;
  openingHours: string | undefined;
  wheelchair: 'yes' | 'limited' | 'no' | undefined;
  fee: string | undefined;
  level: number | undefined;
  /** Id of the place or station it is, where that has a page or a record of its own. */
  place: string | undefined;
  station: string | undefined;
  confidence: z.infer<typeof confidenceSchema> | undefined;
  sources: readonly string[];
  checked: string;
}

/** A service from its checked feature. */
export function toService({ geometry, properties }: ServiceFeature): Service {
  const tags = properties as Readonly<Record<string, unknown>>;
  const words = (prefix: string): Partial<Record<Locale, string>> =>
    Object.fromEntries(
      locales.flatMap((locale) => {
        const text = tags[`${prefix}:${locale}`];
        return typeof text === 'string' ? [[locale, text]] : [];
      }),
    );
  return {
    id: properties.id,
    category: properties.category,
    kind: properties.kind,
    name: { sign: properties.name ?? '', ...words('name') },
    note: words('note'),
    position: geometry.coordinates,
    accuracyMeters: properties.accuracy_m,
    openingHours: properties.opening_hours,
    wheelchair: properties.wheelchair,
    fee: properties.fee,
    level: properties.level,
    place: properties.place,
    station: undefined,
    confidence: properties.confidence,
    sources: properties.sources,
    checked: properties.checked,
  };
}

/** A name for a reader; where nobody has one in the language, what the sign says; empty where it has none. */
export const serviceName = ({ name }: Pick<Service, 'name'>, locale: Locale): string =>
  name[locale] ?? name.sign;

/** A service in one language, with what a list of them shows: what the browser fetches. */
export interface LocalService
  extends Pick<
    Service,
    | 'id'
    | 'category'
    | 'kind'
    | 'position'
    | 'accuracyMeters'
    | 'openingHours'
    | 'wheelchair'
    | 'place'
    | 'station'
    | 'sources'
    | 'checked'
  > {
  name: string;
  note: string | undefined;
}

/** A service in the language of a reader. */
export function toLocalService(service: Service, locale: Locale): LocalService {
  const { id, category, kind, position, accuracyMeters, openingHours, wheelchair, place, station, note } =
    service;
  const { sources, checked } = service;
  return {
    id,
    category,
    kind,
    position,
    accuracyMeters,
    openingHours,
    wheelchair,
    place,
    station,
    sources,
    checked,
    name: serviceName(service, locale),
    note: note[locale],
  };
}
