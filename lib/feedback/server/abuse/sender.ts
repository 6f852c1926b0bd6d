import { isIPv6 } from 'node:net';
import { environment } from '@/lib/server/env';
import type { Vault } from '@/lib/server/vault';

/** The part of an address that stands for one household: an IPv4 address, or the first 64 bits of an IPv6 one. */
function networkOf(address: string): string {
  const plain = address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].slice(0, 4).join(':');
}

/**
 * Who sends, as a salted hash of their network address: enough to count and to keep out, not to know. Behind proxies (`TRUSTED_PROXIES`, their number)
 * the address is the one the outermost of ours wrote down.
 */
export function senderOf(headers: Headers, vault: Vault): string {
  const list = (headers.get('x-forwarded-for') ?? '').split(',');
  const address = list.at(-Math.max(1, environment.TRUSTED_PROXIES)) ?? list[0] ?? '';
  return vault.sign('sender', networkOf(address)).toString('base64url').slice(0, 22);
}
