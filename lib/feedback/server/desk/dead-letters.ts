import { type DeadLetter, listDead as listDeadLetters, sendAgain as revive } from '../delivery/outbox';
import type { Desk } from './desk';
import { type Actor, allow, DeskFaultError, perform } from './perform';

export const DEAD_PAGE = 25;

/** Deliveries that were given up, oldest first. */
export async function listDead(
  { db }: Desk,
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<{ rows: DeadLetter[]; count: number }> {
  allow(actor, 'deliver');
  const [rows, total] = await Promise.all([
    listDeadLetters({ db }, { limit: DEAD_PAGE, offset: (page - 1) * DEAD_PAGE }),
    db
      .selectFrom('feedback_outbox')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('state', '=', 'dead')
      .executeTakeFirstOrThrow(),
  ]);
  return { rows, count: Number(total.count) };
}

/** Puts a dead delivery back in line, from its first attempt. */
export async function sendAgain(desk: Desk, actor: Actor, id: string): Promise<void> {
  await perform(desk, actor, 'deliver', async ({ transaction, log, now }) => {
    const row = await revive(transaction, id, now);
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
