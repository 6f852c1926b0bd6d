/** The glossary: one form of a term in each language, and the forms that depart from it. */
import { z } from 'zod';
import { isLocale, type Locale, locales } from '@/lib/i18n/locales';
import { localizedSchema } from '@/lib/i18n/localized-schema';
import { idSchema } from '@/lib/places/schema';

const formsSchema = z.array(z.string().min(1)).min(1);

export const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: idSchema,
      use: localizedSchema,
      /** Forms that must not stand in a text of that language. */
      avoid: z
        .strictObject(
          Object.fromEntries(locales.map((locale) => [locale, formsSchema.optional()])) as Record<
            Locale,
            z.ZodOptional<typeof formsSchema>
          >,
        )
        .optional(),
      note: z.string().optional(),
    }),
  ),
});
export type Glossary = z.infer<typeof glossarySchema>;

/** A text of one language with the field it stands in. */
export interface FieldText {
  locale: Locale;
  field: string;
  text: string;
}

/**
 * All texts of a record whose language is known: everything in a file of one language (`locale`), otherwise what stands under a language's
 * key.
 */
export function textsOf(data: unknown, locale?: Locale, field = ''): FieldText[] {
  if (typeof data === 'string') return locale ? [{ locale, field, text: data }] : [];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    textsOf(value, isLocale(key) ? key : locale, field ? `${field}.${key}` : key),
  );
}

/** Where texts use a form the glossary advises against. Case counts: an avoided "cable car" does not forbid a name. */
export function findDepartures(
  { terms }: Glossary,
  texts: readonly FieldText[],
): { field: string; form: string; use: string }[] {
  return texts.flatMap(({ locale, field, text }) =>
    terms.flatMap(({ use, avoid }) =>
      (avoid?.[locale] ?? [])
        // The right form may contain a wrong one: only what is left without it departs.
        .filter((form) => text.replaceAll(use[locale], '').includes(form))
        .map((form) => ({ field, form, use: use[locale] })),
    ),
  );
}
