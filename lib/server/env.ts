/** Settings of an installation, read from the environment and checked once. Nothing here is required. */
import { z } from 'zod';

const optionalText = z.string().trim().min(1).optional().catch(undefined);

const jsonRecord = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'JSON is wanted' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string().min(1)));

const environmentSchema = z.object({
  /** Public address of the portal, for links that leave it (share images, feeds, exports). */
  SITE_URL: z.url().default('http://localhost:3000'),
  /** Who runs it, as shown in the statements. */
  SITE_OPERATOR: optionalText,
  SITE_CONTACT_EMAIL: optionalText,
  /** ICP 备案 number, 公安备案 number and map approval number 审图号: shown when given, never invented. */
  SITE_ICP: optionalText,
  SITE_POLICE_RECORD: optionalText,
  MAP_APPROVAL: optionalText,
  /** A network file of the operator's own, made by `npm run network`, in place of the authored one (at build). */
  NETWORK_FILE: optionalText,
  /** Folder of the notices, where they are not kept in content/notices. */
  NOTICES_DIR: optionalText,
  /** Folder of what is not content: database, keys, exchange folders. */
  VAR_DIR: optionalText,
  /** PostgreSQL in place of the SQLite file. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Keys that seal personal data, `id:base64 of 32 bytes`, newest first. */
  DATA_KEYS: optionalText,
  /** How many proxies of the operator's own stand before the portal: as many addresses of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** The city's GeoReport v2 server; without it suggestions go to the exchange folder. */
  GOVERNANCE_OPEN311_URL: z.url({ protocol: /^https?$/ }).optional(),
  GOVERNANCE_OPEN311_API_KEY: optionalText,
  GOVERNANCE_OPEN311_JURISDICTION: optionalText,
  /** Attribute of the city's services that takes our reference, where it is not called so that it is found by itself. */
  GOVERNANCE_OPEN311_REFERENCE_ATTRIBUTE: optionalText,
  /** Kinds of ours whose service the city calls otherwise, as JSON: `{"lighting":"4fd3b"}`. */
  GOVERNANCE_OPEN311_SERVICES: jsonRecord.optional(),
  /** The city's service that takes ratings, reminders and erasures, for which GeoReport has no word; without it they are told by hand. */
  GOVERNANCE_OPEN311_FOLLOW_UP_SERVICE: optionalText,
  /** Secret that signs what the city tells by itself at /feedback/callback; without it there is no such address. */
  GOVERNANCE_CALLBACK_SECRET: z.string().min(16).optional(),
  /** `off`: suggestions are delivered by `npm run dispatch`, not by the portal's own process. */
  DISPATCHER: z.enum(['on', 'off']).default('on'),
  /** Exchange folder, where it is not var/governance. */
  GOVERNANCE_SPOOL_DIR: optionalText,
  /** Mail server and sender of news, `smtps://user:password@host`; without both nobody is offered e-mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: optionalText,
  /** Keys of web push (`npx web-push generate-vapid-keys`) and who sends (mailto: or https:); without all three nobody is offered push. */
  VAPID_PUBLIC_KEY: optionalText,
  VAPID_PRIVATE_KEY: optionalText,
  VAPID_SUBJECT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  /** Days after closing until names, telephones and e-mail addresses are deleted. */
  FEEDBACK_CONTACT_DAYS: z.coerce.number().int().min(0).max(3650).default(90),
  NEXT_PUBLIC_MAPBOX_TOKEN: optionalText,
  NEXT_PUBLIC_TIANDITU_KEY: optionalText,
});

/** Empty variables count as not set. Throws with the name of the variable that cannot be used. */
export function readEnvironment(source: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = environmentSchema.safeParse(given);
  if (result.success) return result.data;
  throw new Error(
    `Environment: ${result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
  );
}

export const environment = readEnvironment();

/** Absolute address of a path of the portal. */
export function absoluteUrl(path: string): string {
  return new URL(path, environment.SITE_URL).href;
}
