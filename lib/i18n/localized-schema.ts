import { z } from 'zod';
import { type Locale, locales } from './locales';

const textSchema = z.string().trim().min(1);

/** One text per language, all of them. */
export const localizedSchema = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, textSchema])) as Record<Locale, typeof textSchema>,
);
