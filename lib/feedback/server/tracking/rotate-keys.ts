import { sql } from 'kysely';
import { draftPurpose } from '../drafts';
import type { Store } from '../store';
import { codePurpose, contactPurpose } from '../submit';
import { pushPurpose } from './purposes';

/** Every sealed column, by what its rows are found with and sealed for. */
const sealedColumns = [
  { table: 'feedback_request', id: 'reference', column: 'code_sealed', purpose: codePurpose },
  { table: 'feedback_request', id: 'reference', column: 'contact_sealed', purpose: contactPurpose },
  { table: 'feedback_follower', id: 'id', column: 'code_sealed', purpose: codePurpose },
  { table: 'feedback_follower', id: 'id', column: 'contact_sealed', purpose: contactPurpose },
  { table: 'feedback_push', id: 'id', column: 'subscription_sealed', purpose: pushPurpose },
  { table: 'feedback_draft', id: 'id', column: 'sealed', purpose: draftPurpose },
] as const;

const BATCH = 200;

/** Rows of a sealed column in batches, in order of their ids. */
async function* batchesOf({ db }: Store, { table, id, column }: (typeof sealedColumns)[number]) {
  for (let after = ''; ; ) {
    // Names of the list above, never from outside; Kysely's types cannot follow a choice of table.
    const [key, value] = [sql.ref(id), sql.ref(column)];
    const { rows } = await sql<{ id: string; sealed: string }>`
      select ${key} as id, ${value} as sealed from ${sql.table(table)}
      where ${key} > ${after} and ${value} is not null order by ${key} limit ${BATCH}`.execute(db);
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

export interface Rotation {
  resealed: number;
  /** Seals no key of the ring opens. They are left as they are. */
  unreadable: number;
}

/**
 * Seals with the first key of the ring whatever was sealed with another. Can be broken off and run again; a row that changes meanwhile keeps its change. Every
 * process of the portal must know the new key before.
 */
export async function rotateKeys(store: Store): Promise<Rotation> {
  const { db, vault } = store;
  const rotation: Rotation = { resealed: 0, unreadable: 0 };
  for (const sealedColumn of sealedColumns) {
    const { table, id: idColumn, column, purpose } = sealedColumn;
    for await (const rows of batchesOf(store, sealedColumn))
      for (const { id, sealed } of rows) {
        if (!vault.isOld(sealed)) continue;
        let text: string;
        try {
          text = vault.open(sealed, purpose(id));
        } catch {
          // A key that is gone, or damage: counted, and the rest goes on.
          rotation.unreadable++;
          continue;
        }
        const changed = await sql`
          update ${sql.table(table)} set ${sql.ref(column)} = ${vault.seal(text, purpose(id))}
          where ${sql.ref(idColumn)} = ${id} and ${sql.ref(column)} = ${sealed}`.execute(db);
        rotation.resealed += Number(changed.numAffectedRows ?? 0);
      }
  }
  return rotation;
}

/** How many seals there are of each key, by its id: a key without any can leave the ring. */
export async function countSeals(store: Store): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const sealedColumn of sealedColumns)
    for await (const rows of batchesOf(store, sealedColumn))
      for (const { sealed } of rows) {
        const key = sealed.slice(0, sealed.indexOf('.'));
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return counts;
}
