import type { Connection, Store } from '../store';
import { hashOf } from '../store';

/** The suggestion somebody sent, by their code, held until the transaction ends: of two at once the second sees what the first did. */
export function holdOwnRequest(
  transaction: Connection,
  { isPostgres }: Pick<Store, 'isPostgres'>,
  code: string,
) {
  const lookUp = transaction.selectFrom('feedback_request').selectAll().where('code_hash', '=', hashOf(code));
  // SQLite has one writer anyway.
  return (isPostgres ? lookUp.forUpdate() : lookUp).executeTakeFirst();
}

/** When the city's turn began in this round: at the beginning, or when it was opened again last. */
export async function waitingSinceOf(
  connection: Connection,
  { reference, round, received_at }: { reference: string; round: number; received_at: number },
): Promise<number> {
  if (round === 0) return received_at;
  const last = await connection
    .selectFrom('feedback_event')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('reference', '=', reference)
    .where('kind', '=', 'reopening')
    .executeTakeFirst();
  return last?.at ?? received_at;
}
