/** The confirming step of those without scripts: a token of this draft, neither younger than a person needs to read a sentence nor older than an hour. */
import { timingSafeEqual } from 'node:crypto';
import type { Vault } from '@/lib/server/vault';

const LEAST_MILLISECONDS = 2000;
const MOST_MILLISECONDS = 3_600_000;

const sign = (vault: Vault, draft: string, at: string) => vault.sign('confirm', `${draft} ${at}`);

export function makeConfirmToken(vault: Vault, draft: string, now = Date.now()): string {
  return `${now}.${sign(vault, draft, String(now)).toString('base64url')}`;
}

export function checkConfirmToken(
  vault: Vault,
  draft: string,
  token: string,
  now = Date.now(),
): 'good' | 'too-fast' | 'expired' | 'wrong' {
  const [at = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const own = sign(vault, draft, at);
  if (given.length !== own.length || !timingSafeEqual(given, own)) return 'wrong';
  const age = now - Number(at);
  return age < LEAST_MILLISECONDS ? 'too-fast' : age > MOST_MILLISECONDS ? 'expired' : 'good';
}
