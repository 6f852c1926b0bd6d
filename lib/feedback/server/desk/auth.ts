import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { environment } from '@/lib/server/env';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../desk';
import type { Store } from '../store';

/** A working day: nobody stays signed in over night. */
const SESSION_SECONDS = 10 * 3600;
/** How long the code of the second factor may take after the password. */
const CODE_SECONDS = 600;
export const ISSUER = 'YuWalk';

/** What the library signs and seals with; another key for another portal. */
export const authSecret = ({ vault }: Pick<Store, 'vault'>) => vault.derive('desk').toString('base64url');

/** The two ways through a second factor: a session made by anything else does not open the desk. */
const secondFactorPaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/**
 * Sign-in of the desk by better-auth: password, then a code. It is asked by functions of the server only; none of its addresses is served, so that
 * there is nothing to sign up at.
 */
export const makeAuth = (store: Store) =>
  betterAuth({
    appName: ISSUER,
    baseURL: environment.SITE_URL,
    secret: authSecret(store),
    // Without transactions of its own: SQLite has one connection, and a hook that asks it meanwhile would wait for ever.
    database: { db: store.db, type: store.isPostgres ? 'postgres' : 'sqlite', transaction: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    user: {
      modelName: 'desk_account',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'number', required: true, input: false, defaultValue: 0 },
      },
    },
    account: { modelName: 'desk_credential' },
    verification: { modelName: 'desk_verification' },
    session: {
      modelName: 'desk_session',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: { secondFactor: { type: 'number', required: true, input: false, defaultValue: 0 } },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session, context) {
            const account = await context?.context.internalAdapter.findUserById(session.userId);
            if (!account || Number((account as { disabled?: unknown }).disabled) !== 0)
              throw APIError.from('UNAUTHORIZED', { code: 'DISABLED', message: 'disabled' });
            return { data: { ...session, secondFactor: secondFactorPaths.has(context?.path ?? '') ? 1 : 0 } };
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: ISSUER,
        twoFactorCookieMaxAge: CODE_SECONDS,
        schema: { twoFactor: { modelName: 'desk_second_factor' } },
      }),
    ],
    advanced: {
      cookiePrefix: 'yuwalk-desk',
      useSecureCookies: environment.SITE_URL.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
    },
    // Counted by lib/feedback/server/desk/tries.ts, by account and address: the library counts only at addresses it serves itself.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It writes who failed to sign in; that goes to the audit log, without an address.
    logger: { disabled: true },
  });

export type DeskAuth = ReturnType<typeof makeAuth>;
