import { timingSafeEqual } from 'node:crypto';
import type { Desk } from './desk';

const VALID = 5 * 60_000;

const sign = ({ store }: Desk, text: string) => store.vault.sign('desk pass', text).toString('base64url');

/** A pass for one account to see one thing for five minutes: what is shown after a form was sent, and is not to stay open in an address. */
export function makePass(desk: Desk, account: string, purpose: string, now = Date.now()): string {
  const until = now + VALID;
  return `${until}.${sign(desk, `${account} ${purpose} ${until}`)}`;
}

export function checkPass(
  desk: Desk,
  account: string,
  purpose: string,
  pass: string,
  now = Date.now(),
): boolean {
  const [until = '', signature = ''] = pass.split('.');
  const expected = Buffer.from(sign(desk, `${account} ${purpose} ${until}`));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) && Number(until) > now;
}
