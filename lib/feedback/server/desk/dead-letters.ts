import type { DeliveryKind } from '../tables';
import type { Desk } from './desk';
import { type Actor, allow, DeskFaultError, perform } from './perform';

export const DEAD_PAGE = 25;

export interface DeadLetter {
  id: string;
  reference: string;
  kind: DeliveryKind;
  attempts: number;
  /** Why the last attempt failed. */
  fault: string | null;
  createdAt: number;
}

/** Deliveries that were given up, oldest first. */
export async function listDead(
  { db }: Desk,
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<{ rows: DeadLetter[]; count: number }> {
  allow(actor, 'deliver');
  const all = db.selectFrom('feedback_outbox').where('state', '=', 'dead');
  const [rows, total] = await Promise.all([
    all
      .select(['id', 'reference', 'kind', 'attempts', 'last_fault as fault', 'created_at as createdAt'])
      .orderBy('created_at')
      .orderBy('id')
      .limit(DEAD_PAGE)
      .offset((page - 1) * DEAD_PAGE)
      .execute(),
    all.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { rows, count: Number(total.count) };
}

/** Puts a dead delivery back in line, from its first attempt. One whose outcome nobody knows is looked up at the backend before it is sent again. */
export async function sendAgain(desk: Desk, actor: Actor, id: string): Promise<void> {
  await perform(desk, actor, 'deliver', async ({ transaction, log, now }) => {
    const row = await transaction
      .updateTable('feedback_outbox')
      .set({ state: 'waiting', attempts: 0, next_at: now, leased_by: null, leased_until: null })
      .where('id', '=', id)
      .where('state', '=', 'dead')
      .returning(['reference', 'kind'])
      .executeTakeFirst();
    if (!row) throw new DeskFaultError('gone');
    await log({ action: 'send-again', reference: row.reference, detail: { delivery: id, kind: row.kind } });
  });
}

/** Takes the mark off a suggestion of which nobody knew whether the backend has it twice, once somebody asked there. */
export async function settleDoubt(desk: Desk, actor: Actor, reference: string): Promise<void> {
  await perform(desk, actor, 'deliver', async ({ transaction, log }) => {
    const row = await transaction
      .updateTable('feedback_request')
      .set({ doubt: 0 })
      .where('reference', '=', reference)
      .where('doubt', '=', 1)
      .returning('reference')
      .executeTakeFirst();
    if (!row) throw new DeskFaultError('gone');
    await log({ action: 'doubt-settled', reference });
  });
}
