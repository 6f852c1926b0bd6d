/** The place where suggestions are kept: a database with its tables up to date, and the vault that seals what is personal. */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { databaseAddress, type OpenDatabase, openDatabase } from '@/lib/server/database';
import { openVault, readKeyRing, type Vault } from '@/lib/server/vault';
import { migrate } from './migrations';
import type { FeedbackTables } from './tables';

export interface Store extends OpenDatabase<FeedbackTables> {
  vault: Vault;
}

/** A database or a transaction of it. */
export type Connection = Kysely<FeedbackTables> | Transaction<FeedbackTables>;

/** Opens a store and brings its tables up to date. */
export async function openStore(
  address: string,
  keyRing: string,
  options?: { connections?: number },
): Promise<Store> {
  const database = openDatabase<FeedbackTables>(address, options);
  await migrate(database);
  return { ...database, vault: openVault(keyRing) };
}

// Kept on the global object: the framework loads a module once per bundle, and one process needs one store.
const holder = globalThis as { yuwalkStore?: Promise<Store> | undefined };

/** The store of this installation, opened once per process. One that could not be opened is tried again with the next call. */
export function loadStore(): Promise<Store> {
  holder.yuwalkStore ??= openStore(databaseAddress(), readKeyRing()).catch((error: unknown) => {
    holder.yuwalkStore = undefined;
    throw error;
  });
  return holder.yuwalkStore;
}

/** What a code is looked up by: whoever reads the database cannot use it as a code. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
