/** The staff desk's own part of the store: sign-in, and the tables that only the desk has. */
import type { Kysely } from 'kysely';
import { loadStore, type Store } from '../store';
import type { FeedbackTables } from '../tables';
import { type DeskAuth, makeAuth } from './auth';
import { migrateDesk } from './migrations';
import type { DeskTables } from './tables';

export interface Desk {
  store: Store;
  auth: DeskAuth;
  /** The same database, with the desk's tables in sight. */
  db: Kysely<FeedbackTables & DeskTables>;
}

/** Opens the desk over a store and brings its tables up to date. */
export async function openDesk(store: Store): Promise<Desk> {
  await migrateDesk(store);
  return { store, auth: makeAuth(store), db: store.db.withTables<DeskTables>() };
}

// Kept on the global object, as the store is.
const holder = globalThis as { yuwalkDesk?: Promise<Desk> | undefined };

/** The desk of this installation, opened once per process. One that could not be opened is tried again with the next call. */
export function loadDesk(): Promise<Desk> {
  holder.yuwalkDesk ??= loadStore()
    .then(openDesk)
    .catch((error: unknown) => {
      holder.yuwalkDesk = undefined;
      throw error;
    });
  return holder.yuwalkDesk;
}
