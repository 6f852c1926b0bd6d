/** Places: landmarks and service points people walk to, with words in every language. */
import { z } from 'zod';
import { localizedSchema } from '@/lib/i18n/localized-schema';

export const placeKinds = [
  'landmark',
  'square',
  'mall',
  'bridge',
  'museum',
  'street',
  'building',
  'cableway',
  'quarter',
  'temple',
  'promenade',
  'stairs',
  'walkway',
  'gate',
  'cliff',
  'lift',
  'escalator',
  'junction',
  'park',
  'station',
  'stadium',
  'hub',
  'district',
  'theatre',
  'mountain',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

const textSchema = z.string().trim().min(1);

export const positionSchema = z.tuple([z.number(), z.number()]).readonly();
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens');
export const confidenceSchema = z.enum(['sourced', 'mixed', 'general', 'uncertain']);
export const wheelchairSchema = z.enum(['yes', 'limited', 'no']);
const elevationValue = z.number().min(100).max(1000);

export const placeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(placeKinds),
  position: positionSchema,
  accuracyMeters: z.number().positive(),
  positionSource: textSchema,
  elevation: z
    .strictObject({
      meters: z.union([elevationValue, z.tuple([elevationValue, elevationValue])]),
      source: textSchema,
      confidence: z.enum(['sourced', 'estimate', 'disputed']),
    })
    .optional(),
  name: localizedSchema,
  summary: localizedSchema,
  about: localizedSchema,
  access: localizedSchema,
  wheelchair: wheelchairSchema.optional(),
  opening: z.string().optional(),
  hours: localizedSchema.optional(),
  fee: z.strictObject({ cny: z.number().nonnegative() }).optional(),
  feeWords: localizedSchema.optional(),
  checkOnTheDay: z.array(z.enum(['hours', 'fee', 'access'])).default([]),
  stations: z.array(z.strictObject({ id: idSchema, exit: z.string().optional() })).default([]),
  confidence: confidenceSchema,
  sources: z.array(textSchema).min(1),
  checked: z.iso.date(),
});
export type Place = z.infer<typeof placeSchema>;

export const stationSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  lines: z.array(z.string()).min(1),
  position: positionSchema,
  accuracyMeters: z.number().positive(),
  positionSource: textSchema.optional(),
  access: localizedSchema.optional(),
  confidence: confidenceSchema.optional(),
  sources: z.array(textSchema).min(1),
  checked: z.iso.date(),
});
export type Station = z.infer<typeof stationSchema>;
