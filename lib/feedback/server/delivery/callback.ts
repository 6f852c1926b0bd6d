/** What a city that does not want to be asked tells by itself: a document like those of the inbox, signed with a shared secret. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { BackendUpdate } from './backend';
import { readUpdates } from './spool-inbox';

/** How far the sender's clock may be off; after that a copied callback is worth nothing. */
const TIME_LIMIT = 5 * 60_000;
export const CALLBACK_BYTES_LIMIT = 256_000;

/** The signature of a body: HMAC-SHA256 over `<timestamp>.<body>`, as `sha256=<hex>`. */
export const signCallback = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Whether a callback comes from who holds the secret, just now. `timestamp`: seconds since 1970, as text. */
export function isSigned(
  { timestamp, signature, body }: { timestamp: string | null; signature: string | null; body: string },
  secret: string,
  now = Date.now(),
): boolean {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1000) > TIME_LIMIT) return false;
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signCallback(secret, timestamp, body))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The updates of a callback. Photos do not travel in it. Throws Error with a reason where it cannot be understood. */
export const readCallback = (body: string, now = Date.now()): BackendUpdate[] =>
  readUpdates(body, now).map(({ reference, update }) => ({ reference, update }));
