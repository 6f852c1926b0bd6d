import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Tracked } from '../../tracked';
import type { Store } from '../store';
import { endpointHash } from '../tracking/find-by-code';
import { pushPurpose } from '../tracking/purposes';

/** Browsers one code can be told on. */
export const BROWSERS_LIMIT = 5;

const bytes = (length: number) =>
  z
    .string()
    .max(120)
    .refine((text) => Buffer.from(text, 'base64url').length === length, `${length} bytes in base64url`);

/** A push subscription as a browser gives it. Its address is written to by this server, so it must be a name on the open web. */
export const subscriptionSchema = z.object({
  endpoint: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .refine((address) => {
      const { hostname, port, username } = new URL(address);
      return (
        !isIP(hostname.replace(/^\[|\]$/g, '')) && hostname.includes('.') && port === '' && username === ''
      );
    }, 'a host by name'),
  keys: z.object({ p256dh: bytes(65), auth: bytes(16) }),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

const browsersOf = (
  { db }: Pick<Store, 'db'>,
  { reference, follower }: Pick<Tracked, 'reference' | 'follower'>,
) =>
  db
    .selectFrom('feedback_push')
    .select(['id', 'subscription_sealed'])
    .where('reference', '=', reference)
    .where('follower', follower ? '=' : 'is', follower ?? null);

/** Lets a browser be told. The same browser twice is one. */
export async function addBrowser(
  store: Store,
  tracked: Pick<Tracked, 'reference' | 'follower' | 'browsers'>,
  {
    subscription,
    language,
    now = Date.now(),
  }: { subscription: Subscription; language: string; now?: number },
): Promise<'added' | 'too-many'> {
  if (tracked.browsers.includes(endpointHash(subscription.endpoint))) return 'added';
  if (tracked.browsers.length >= BROWSERS_LIMIT) return 'too-many';
  const id = randomUUID();
  await store.db
    .insertInto('feedback_push')
    .values({
      id,
      reference: tracked.reference,
      follower: tracked.follower ?? null,
      subscription_sealed: store.vault.seal(JSON.stringify(subscription), pushPurpose(id)),
      language,
      added_at: now,
    })
    .execute();
  return 'added';
}

/** Ends push for one browser, or for all of a code. */
export async function removeBrowsers(
  store: Store,
  tracked: Pick<Tracked, 'reference' | 'follower'>,
  endpoint?: string,
): Promise<void> {
  for (const { id, subscription_sealed } of await browsersOf(store, tracked).execute()) {
    const kept = JSON.parse(store.vault.open(subscription_sealed, pushPurpose(id)));
    if (endpoint === undefined || kept.endpoint === endpoint)
      await store.db.deleteFrom('feedback_push').where('id', '=', id).execute();
  }
}
