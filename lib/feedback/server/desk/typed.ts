import { randomUUID } from 'node:crypto';
import { environment } from '@/lib/server/env';
import type { Desk } from './desk';
import type { Actor } from './perform';
import type { CookieHeader } from './sign-in';

/** Until the next day's work: who was signed out in the evening finds it in the morning. */
const KEPT = 24 * 3600_000;
const COOKIE = 'yuwalk-desk-typed';

type Writer = Pick<Actor, 'id'>;
type Values = Readonly<Record<string, string>>;

/**
 * Keeps what somebody typed into a form that was not taken, sealed, so that the form can show it again: nobody types an answer twice. `page` is where the
 * form stands. Returns the key to it.
 */
export async function keepTyped(
  { db, store }: Desk,
  writer: Writer,
  { page, values }: { page: string; values: Values },
  now = Date.now(),
): Promise<string> {
  await db
    .deleteFrom('desk_typed')
    .where('at', '<', now - KEPT)
    .execute();
  const id = randomUUID();
  await db
    .insertInto('desk_typed')
    .values({ id, sealed: store.vault.seal(JSON.stringify({ page, values }), `typed ${writer.id}`), at: now })
    .execute();
  return id;
}

async function findTyped({ db, store }: Desk, writer: Writer, id: string, now: number) {
  const row = await db
    .selectFrom('desk_typed')
    .select('sealed')
    .where('id', '=', id)
    .where('at', '>=', now - KEPT)
    .executeTakeFirst();
  if (!row) return undefined;
  try {
    return JSON.parse(store.vault.open(row.sealed, `typed ${writer.id}`)) as { page: string; values: Values };
  } catch {
    return undefined;
  }
}

/** What was typed; nothing for another account, or after a day. */
export const readTyped = async (desk: Desk, writer: Writer, id: string, now = Date.now()): Promise<Values> =>
  (await findTyped(desk, writer, id, now))?.values ?? {};

/**
 * Names in a form whom the desk showed it to. By the time it is sent the session may be over and its cookie gone, and what anybody sends who never was signed
 * in is not kept.
 */
export const writerMark = ({ store }: Desk, writer: Writer): string =>
  store.vault.seal(writer.id, 'desk writer');

/** The account a form was shown to; undefined for a forged mark, and for an account that was closed. */
export async function readWriter({ db, store }: Desk, mark: string): Promise<Writer | undefined> {
  try {
    return await db
      .selectFrom('desk_account')
      .select('id')
      .where('id', '=', store.vault.open(mark, 'desk writer'))
      .where('disabled', '=', 0)
      .executeTakeFirst();
  } catch {
    return undefined;
  }
}

/** The cookie that carries the key through sign-in. */
export function typedCookie(id: string): string {
  const secure = environment.SITE_URL.startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${id}; Path=/; Max-Age=${id ? KEPT / 1000 : 0}; HttpOnly; SameSite=Lax${secure}`;
}

/** The form somebody was signed out over; undefined where there is none, or it is another's. */
export async function findUnsent(
  desk: Desk,
  writer: Writer,
  cookie: CookieHeader,
  now = Date.now(),
): Promise<{ id: string; page: string } | undefined> {
  const id = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{36})`).exec(cookie ?? '')?.[1];
  const found = id && (await findTyped(desk, writer, id, now));
  return id && found ? { id, page: found.page } : undefined;
}
