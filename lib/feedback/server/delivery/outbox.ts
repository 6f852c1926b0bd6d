/**
 * The outbox: rows are claimed for a while, and come to an end as sent or dead. Who claims one whose lease ran out does not know what became of it
 * (`uncertain`). A later row of a suggestion waits for the earlier ones.
 */
import { sql } from 'kysely';
import type { Connection, Store } from '../store';
import type { DeliveryKind, OutboxTable } from '../tables';
import type { SendOutcome } from './backend';

type Database = Pick<Store, 'db' | 'isPostgres'>;
export type OutboxRow = OutboxTable;

/**
 * Claims rows that are due, oldest first, for one worker. Several dispatchers never get the same row: one statement looks and takes. While claimed, a
 * row's `next_at` is the end of its lease.
 */
export async function claim(
  { db, isPostgres }: Database,
  { worker, limit, now, lease }: { worker: string; limit: number; now: number; lease: number },
): Promise<OutboxRow[]> {
  const until = now + lease;
  // A dead letter holds back what follows only where the city has not heard of the suggestion at all.
  const due = sql`select id from feedback_outbox as mine
    where mine.state in ('waiting', 'leased') and mine.next_at <= ${now}
      and not exists (select 1 from feedback_outbox as earlier
        where earlier.reference = mine.reference and earlier.sequence < mine.sequence
          and (earlier.state in ('waiting', 'leased') or (earlier.state = 'dead' and earlier.kind = 'create')))
    order by mine.next_at limit ${limit}`;
  const { rows } = await sql<OutboxRow>`
    with due as ${isPostgres ? sql`materialized` : sql``} (${due} ${isPostgres ? sql`for update skip locked` : sql``})
    update feedback_outbox set
      state = 'leased', leased_by = ${worker}, leased_until = ${sql.lit(until)}, next_at = ${sql.lit(until)},
      attempts = attempts + 1,
      tried_at = case when state = 'leased' or uncertain = 1 then coalesce(tried_at, ${sql.lit(now)}) else ${sql.lit(now)} end,
      uncertain = case when state = 'leased' then 1 else uncertain end
    where id in (select id from due) returning *`.execute(db);
  return rows;
}

const mine = (connection: Connection, { id, leased_by }: OutboxRow) =>
  connection
    .updateTable('feedback_outbox')
    .where('id', '=', id)
    .where('state', '=', 'leased')
    .where('leased_by', '=', leased_by);

/**
 * Takes the lease anew, directly before something that was looked up is sent again. False where it was lost meanwhile: then nothing may be sent. `isDoubt`
 * marks the suggestion as perhaps doubled, before it can be.
 */
export async function renew(
  { db }: Database,
  row: OutboxRow,
  { now, lease, isDoubt }: { now: number; lease: number; isDoubt: boolean },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const held = await mine(transaction, row)
      // Only what was looked up and not found begins anew; a doubt stays as old as it is.
      .set({ leased_until: now + lease, next_at: now + lease, ...(!isDoubt && { tried_at: now }) })
      .returning('id')
      .executeTakeFirst();
    if (held && isDoubt)
      await transaction
        .updateTable('feedback_request')
        .set({ doubt: 1 })
        .where('reference', '=', row.reference)
        .execute();
    return held !== undefined;
  });
}

/**
 * The city has it, or the backend has no word for it (`untold`): the end of a delivery. Counts also where the lease was lost meanwhile, since accepted is accepted.
 * Two ids for one suggestion put it in doubt.
 */
export async function settle(
  { db, isPostgres }: Database,
  row: Pick<OutboxRow, 'id' | 'reference' | 'kind'>,
  outcome: Extract<SendOutcome, { result: 'accepted' | 'untold' }>,
  now: number,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const lookUp = transaction
      .selectFrom('feedback_request')
      .select('backend_id')
      .where('reference', '=', row.reference);
    const request = await (isPostgres ? lookUp.forUpdate() : lookUp).executeTakeFirst();
    if (!request) return;
    await transaction
      .updateTable('feedback_outbox')
      .set({
        ...(outcome.result === 'untold'
          ? { state: 'untold', last_fault: outcome.reason }
          : { state: 'sent', sent_at: now, last_fault: null }),
        leased_by: null,
        leased_until: null,
        uncertain: 0,
      })
      .where('id', '=', row.id)
      .where('state', '<>', 'sent')
      .execute();
    if (outcome.result === 'untold' || (row.kind !== 'create' && row.kind !== 'reopen')) return;
    const { id, token, agency, expectedAt } = outcome;
    const isSecond =
      row.kind === 'create' && request.backend_id !== null && id !== undefined && id !== request.backend_id;
    const learned = {
      ...(isSecond && { doubt: 1 }),
      ...(row.kind === 'reopen' && { backend_id: id ?? null, backend_token: token ?? null, polled_at: null }),
      ...(row.kind === 'create' && !isSecond && id !== undefined && { backend_id: id }),
      ...(row.kind === 'create' && token !== undefined && { backend_token: token }),
      ...(agency !== undefined && { agency }),
      ...(expectedAt !== undefined && { expected_at: expectedAt }),
    };
    // An exchange folder says nothing of all this.
    if (Object.keys(learned).length > 0)
      await transaction
        .updateTable('feedback_request')
        .set(learned)
        .where('reference', '=', row.reference)
        .execute();
  });
}

/** Puts a row back until later. Nothing happens where the lease was lost. */
export async function fail(
  { db }: Database,
  row: OutboxRow,
  { at, reason, isUncertain }: { at: number; reason: string; isUncertain: boolean },
): Promise<void> {
  await mine(db, row)
    .set({
      state: 'waiting',
      leased_by: null,
      leased_until: null,
      next_at: at,
      uncertain: Number(isUncertain),
      last_fault: reason,
    })
    .execute();
}

/** Gives up a row: somebody has to look at it. False where the lease was lost. */
export async function bury(
  { db }: Database,
  row: OutboxRow,
  { reason, isUncertain }: { reason: string; isUncertain: boolean },
): Promise<boolean> {
  const buried = await mine(db, row)
    .set({
      state: 'dead',
      leased_by: null,
      leased_until: null,
      uncertain: Number(isUncertain),
      last_fault: reason,
    })
    .returning('id')
    .executeTakeFirst();
  return buried !== undefined;
}

/** Gives a row back that was claimed and not begun. */
export async function release({ db }: Database, row: OutboxRow, now: number): Promise<void> {
  await mine(db, row)
    .set({
      state: 'waiting',
      leased_by: null,
      leased_until: null,
      next_at: now,
      attempts: row.attempts - 1,
    })
    .execute();
}

/** A delivery that was given up, as the desk shows it. */
export interface DeadLetter {
  id: string;
  reference: string;
  kind: DeliveryKind;
  attempts: number;
  /** 1: the city may have it all the same. */
  uncertain: number;
  reason: string | null;
  createdAt: number;
}

/** The dead letters, oldest first. */
export async function listDead(
  { db }: Pick<Store, 'db'>,
  { limit = 200, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<DeadLetter[]> {
  return db
    .selectFrom('feedback_outbox')
    .select([
      'id',
      'reference',
      'kind',
      'attempts',
      'uncertain',
      'last_fault as reason',
      'created_at as createdAt',
    ])
    .where('state', '=', 'dead')
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
}

/**
 * Lets a dead letter be tried again, from the beginning; one whose outcome nobody knows is looked up before. Undefined where it is not dead (any more).
 */
export const sendAgain = (
  connection: Connection,
  id: string,
  now = Date.now(),
): Promise<{ reference: string; kind: DeliveryKind } | undefined> =>
  connection
    .updateTable('feedback_outbox')
    .set({ state: 'waiting', attempts: 0, next_at: now, leased_by: null, leased_until: null })
    .where('id', '=', id)
    .where('state', '=', 'dead')
    .returning(['reference', 'kind'])
    .executeTakeFirst();
