/** City Walks: facts in walk.yaml, words in one story per language. */
import { z } from 'zod';
import type { Locale } from '@/lib/i18n/locales';
import { idSchema, wheelchairSchema } from '@/lib/places/schema';

/** 吃住行游购娱, the six sides of a trip. */
export const walkThemes = ['eat', 'stay', 'move', 'see', 'shop', 'play'] as const;
export type WalkTheme = (typeof walkThemes)[number];
/** 夜味 夜养 夜赏 夜玩 夜购, the five sides of an evening. */
export const nightThemes = ['taste', 'wellness', 'views', 'play', 'shopping'] as const;
export type NightTheme = (typeof nightThemes)[number];

const textSchema = z.string().trim().min(1);
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM');

const sealSchema = z.string().regex(/^\p{Script=Han}{2}$/u, 'two Chinese characters');

export const walkSchema = z.strictObject({
  id: idSchema,
  order: z.number().int().positive(),
  status: z.enum(['proposed', 'official', 'selected']),
  themes: z.array(z.enum(walkThemes)).min(1),
  night: z.array(z.enum(nightThemes)),
  best: z.strictObject({ from: timeSchema, to: timeSchema }),
  wheelchair: wheelchairSchema.optional(),
  /** Motif of the drawn cover; lib/content checks that the sketch knows it. */
  cover: textSchema,
  /** Two characters cut into the walk's seal, in both scripts. */
  seal: z.strictObject({ 'zh-CN': sealSchema, 'zh-Hant': sealSchema }),
  line: z.array(z.string()).min(2),
  waypoints: z
    .array(
      z.strictObject({
        key: idSchema,
        place: idSchema,
        minutes: z.number().int().nonnegative(),
        toilet: z.boolean().optional(),
        rest: z.boolean().optional(),
        /** A place to see the city's lights from, by what its sources say. */
        nightView: z.boolean().optional(),
      }),
    )
    .min(2),
  /** Of the drawn sheet; a new one when what it shows has changed. */
  sheet: z.strictObject({ edition: z.number().int().positive(), date: z.iso.date() }),
  stepFree: z.strictObject({ turnOffAt: idSchema }).optional(),
  arrive: z.strictObject({ station: idSchema, exit: z.string().optional() }),
  leave: z.strictObject({ station: idSchema, exit: z.string().optional() }),
  /** What is uncertain; its sources and their date are those of the place. */
  checks: z.array(z.strictObject({ key: idSchema, place: idSchema })),
  sources: z.array(textSchema).min(1),
  checked: z.iso.date(),
});
export type WalkFacts = z.infer<typeof walkSchema>;

export const storySchema = z.strictObject({
  title: textSchema,
  tagline: textSchema,
  summary: textSchema,
  waypoints: z.record(
    idSchema,
    z.strictObject({ see: textSchema, why: textSchema, next: textSchema.optional() }),
  ),
  arrive: textSchema,
  leave: textSchema,
  stepFree: textSchema,
  checks: z.record(idSchema, textSchema).default({}),
});
export type StoryWords = z.infer<typeof storySchema>;

/** The words of a walk in one language, with its story. */
export interface Story extends StoryWords {
  /** The story compiled to a function body by Contentlayer. */
  code: string;
  /** Its headings, in order. */
  headings: readonly string[];
}

/** A City Walk with its story in every language. */
export interface Walk extends WalkFacts {
  stories: Record<Locale, Story>;
}
