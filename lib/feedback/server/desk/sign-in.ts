import { symmetricDecrypt } from 'better-auth/crypto';
import { type DeskRole, isDeskRole } from '../../desk';
import { authSecret, ISSUER } from './auth';
import type { Desk } from './desk';
import { DeskFaultError, writeAudit } from './perform';
import { countTry, forgetTries } from './tries';

/** Somebody who came through sign-in. */
export interface DeskSession {
  account: { id: string; name: string; email: string; role: DeskRole };
  /** The account has a second factor. */
  isEnrolled: boolean;
  /** The session was made by a second factor: the desk is open. */
  isOpen: boolean;
}

/** Cookies of a request, as its header says them. */
export type CookieHeader = string | null;

const headersOf = (cookie: CookieHeader) => new Headers(cookie ? { cookie } : {});

/** The cookies a response sets, as a browser would send them back. */
const asCookieHeader = (setCookies: readonly string[]) =>
  setCookies
    .map((line) => line.split(';', 1)[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

async function errorCode(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  return body && typeof body === 'object' && 'code' in body ? String(body.code) : '';
}

/** Who is signed in; undefined where nobody is, or the account was closed. */
export async function readDeskSession(desk: Desk, cookie: CookieHeader): Promise<DeskSession | undefined> {
  if (!cookie) return undefined;
  const found = await desk.auth.api.getSession({ headers: headersOf(cookie) });
  if (found?.user.disabled !== 0 || !isDeskRole(found.user.role)) return undefined;
  const { id, name, email, role } = found.user;
  const isEnrolled = found.user.twoFactorEnabled === true;
  return {
    account: { id, name, email, role },
    isEnrolled,
    isOpen: isEnrolled && found.session.secondFactor === 1,
  };
}

/**
 * The first factor. Where the account has a second one, only its question is open afterwards; where it has none, only enrolment. Throws DeskFaultError
 * for a wrong e-mail address or password (which of them is not said), and after too many tries.
 */
export async function signIn(
  desk: Desk,
  { email, password, sender }: { email: string; password: string; sender: string },
): Promise<{ next: 'code' | 'enrol'; setCookies: string[] }> {
  if (!(await countTry(desk, { email, sender }))) throw new DeskFaultError('too-many-tries');
  const response = await desk.auth.api.signInEmail({
    body: { email: email.trim(), password },
    headers: new Headers(),
    asResponse: true,
  });
  if (!response.ok) {
    await logRefusal(desk, { email: email.trim().toLowerCase() }, 'password');
    throw new DeskFaultError('wrong-password');
  }
  const setCookies = response.headers.getSetCookie();
  const body: unknown = await response.json();
  if (body && typeof body === 'object' && 'twoFactorRedirect' in body) return { next: 'code', setCookies };
  // The secret is made while the password is at hand: the library asks for it. Until a code proves it, a new sign-in makes another.
  await desk.auth.api.enableTwoFactor({ body: { password }, headers: headersOf(asCookieHeader(setCookies)) });
  return { next: 'enrol', setCookies };
}

const lateCodes = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']);

/** A code as typed: full-width digits, spaces; backup codes with or without their hyphen. */
export function readCode(typed: string): { totp?: string; backup?: string } {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const digits = text.replace(/\p{Pd}/gu, '');
  if (/^\d{6}$/.test(digits)) return { totp: digits };
  return /^[a-zA-Z0-9]{10}$/.test(digits) ? { backup: `${digits.slice(0, 5)}-${digits.slice(5)}` } : {};
}

/** The second factor: a code of the app, or one of the backup codes. Throws DeskFaultError: `wrong-code`, `too-many-tries`, or `late` where sign-in must begin anew. */
export async function verifyCode(
  desk: Desk,
  { code, cookie, sender }: { code: string; cookie: CookieHeader; sender: string },
): Promise<{ account: string; setCookies: string[] }> {
  const { totp, backup } = readCode(code);
  const headers = headersOf(cookie);
  if (!totp && !backup) throw new DeskFaultError(code.trim() ? 'wrong-code' : 'required', 'code');
  const response = totp
    ? await desk.auth.api.verifyTOTP({ body: { code: totp }, headers, asResponse: true })
    : await desk.auth.api.verifyBackupCode({ body: { code: backup ?? '' }, headers, asResponse: true });
  if (!response.ok) {
    const fault = await errorCode(response);
    await logRefusal(desk, { challenge: challengeOf(cookie) }, 'code');
    if (fault === 'ACCOUNT_TEMPORARILY_LOCKED') throw new DeskFaultError('too-many-tries');
    throw lateCodes.has(fault) ? new DeskFaultError('late') : new DeskFaultError('wrong-code', 'code');
  }
  const setCookies = response.headers.getSetCookie();
  const session = await readDeskSession(desk, asCookieHeader(setCookies));
  if (!session) throw new DeskFaultError('late');
  await forgetTries(desk, { email: session.account.email, sender });
  await writeAudit(desk.store.db, session.account.id, {
    action: 'sign-in',
    detail: { by: totp ? 'app' : 'backup-code' },
  });
  return { account: session.account.id, setCookies };
}

/** The open question of a second factor, as its cookie names it. Nobody can guess one that exists. */
function challengeOf(cookie: CookieHeader): string | undefined {
  const value = /(?:^|;\s*)(?:__Secure-)?yuwalk-desk\.two_factor=([^;]+)/.exec(cookie ?? '')?.[1];
  return value && decodeURIComponent(value).split('.', 1)[0];
}

/** Puts down that somebody was refused, where it is known whose account it is. */
async function logRefusal(
  desk: Desk,
  whose: { email?: string; challenge?: string | undefined },
  step: 'password' | 'code',
): Promise<void> {
  const row = whose.email
    ? await desk.db
        .selectFrom('desk_account')
        .select('id')
        .where('email', '=', whose.email)
        .executeTakeFirst()
    : whose.challenge
      ? await desk.db
          .selectFrom('desk_verification')
          .select('value as id')
          .where('identifier', '=', whose.challenge)
          .executeTakeFirst()
      : undefined;
  if (row) await writeAudit(desk.store.db, row.id, { action: 'sign-in-refused', detail: { step } });
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base 32 as authenticator apps take secrets: no padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** What an app needs to make codes for this account: its secret as text, and the same as an address for a QR code. Undefined once a second factor stands. */
export async function readEnrolment(
  desk: Desk,
  { account, isEnrolled }: DeskSession,
): Promise<{ secret: string; uri: string } | undefined> {
  if (isEnrolled) return undefined;
  const row = await desk.db
    .selectFrom('desk_second_factor')
    .select('secret')
    .where('userId', '=', account.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const key = authSecret(desk.store);
  const secret = toBase32(Buffer.from(await symmetricDecrypt({ key, data: row.secret })));
  const query = new URLSearchParams({ secret, issuer: ISSUER, digits: '6', period: '30' });
  return {
    secret,
    uri: `otpauth://totp/${ISSUER}:${encodeURIComponent(account.email)}?${query}`,
  };
}

/** Finishes enrolment with a first code of the app. Every other session of the account ends: none of them showed a second factor. */
export async function enrol(
  desk: Desk,
  { code, cookie, sender }: { code: string; cookie: CookieHeader; sender: string },
): Promise<{ account: string; setCookies: string[] }> {
  const session = await readDeskSession(desk, cookie);
  if (!session || session.isEnrolled) throw new DeskFaultError('late');
  const { totp } = readCode(code);
  if (!totp) throw new DeskFaultError(code.trim() ? 'wrong-code' : 'required', 'code');
  const response = await desk.auth.api.verifyTOTP({
    body: { code: totp },
    headers: headersOf(cookie),
    asResponse: true,
  });
  if (!response.ok) throw new DeskFaultError('wrong-code', 'code');
  const account = session.account.id;
  await desk.db
    .deleteFrom('desk_session')
    .where('userId', '=', account)
    .where('secondFactor', '=', 0)
    .execute();
  await forgetTries(desk, { email: session.account.email, sender });
  await writeAudit(desk.store.db, account, { action: 'enrolled' });
  return { account, setCookies: response.headers.getSetCookie() };
}

/** The backup codes that are left. */
export async function readBackupCodes({ auth }: Desk, account: string): Promise<string[]> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: account } });
  return backupCodes;
}

/** Ends the session. */
export async function signOut({ auth }: Desk, cookie: CookieHeader): Promise<{ setCookies: string[] }> {
  const response = await auth.api.signOut({ headers: headersOf(cookie), asResponse: true });
  return { setCookies: response.headers.getSetCookie() };
}
