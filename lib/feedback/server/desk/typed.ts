import { randomUUID } from 'node:crypto';
import type { Desk } from './desk';
import type { Actor } from './perform';

const KEPT = 3600_000;

/** Keeps what somebody typed into a form that was wrong, sealed, so that the form can show it again: nobody types an answer twice. Returns the key to it. */
export async function keepTyped(
  { db, store }: Desk,
  actor: Actor,
  values: Readonly<Record<string, string>>,
  now = Date.now(),
): Promise<string> {
  await db
    .deleteFrom('desk_typed')
    .where('at', '<', now - KEPT)
    .execute();
  const id = randomUUID();
  await db
    .insertInto('desk_typed')
    .values({ id, sealed: store.vault.seal(JSON.stringify(values), `typed ${actor.id}`), at: now })
    .execute();
  return id;
}

/** What was typed; nothing for another account, or after an hour. */
export async function readTyped(
  { db, store }: Desk,
  actor: Actor,
  id: string,
  now = Date.now(),
): Promise<Record<string, string>> {
  const row = await db
    .selectFrom('desk_typed')
    .select('sealed')
    .where('id', '=', id)
    .where('at', '>=', now - KEPT)
    .executeTakeFirst();
  if (!row) return {};
  try {
    return JSON.parse(store.vault.open(row.sealed, `typed ${actor.id}`));
  } catch {
    return {};
  }
}
