import { type DeadLetter, listDead as listDeadLetters, sendAgain as revive } from '../delivery/outbox';
import { sayIt } from '../delivery/wire-request';
import type { DeliveryKind } from '../tables';
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

/** What the city has not been told, since its system has no word for it. */
export interface Untold {
  id: string;
  reference: string;
  kind: DeliveryKind;
  /** What to pass on, in the city's language. */
  words: string;
  createdAt: number;
}

/** The oldest of what somebody has to tell the city by hand, and how many there are. */
export async function listUntold({ db }: Desk, actor: Actor): Promise<{ rows: Untold[]; count: number }> {
  allow(actor, 'deliver');
  const all = db
    .selectFrom('feedback_outbox as outbox')
    .innerJoin('feedback_request as request', 'request.reference', 'outbox.reference')
    .where('outbox.state', '=', 'untold');
  const [rows, total] = await Promise.all([
    all
      .select([
        'outbox.id',
        'outbox.reference',
        'outbox.kind',
        'outbox.payload',
        'outbox.created_at as createdAt',
        'request.description',
        'request.backend_id',
      ])
      .orderBy('outbox.created_at')
      .orderBy('outbox.id')
      .limit(DEAD_PAGE)
      .execute(),
    all.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ]);
  return {
    rows: rows.map(({ id, reference, kind, payload, createdAt, ...request }) => ({
      id,
      reference,
      kind,
      words: sayIt({ kind, reference, payload: JSON.parse(payload) as Record<string, unknown>, request }),
      createdAt,
    })),
    count: Number(total.count),
  };
}

/** Puts down that somebody told the city. */
export async function toldByHand(desk: Desk, actor: Actor, id: string): Promise<void> {
  await perform(desk, actor, 'deliver', async ({ transaction, log, now }) => {
    const row = await transaction
      .updateTable('feedback_outbox')
      .set({ state: 'told', sent_at: now, last_fault: null })
      .where('id', '=', id)
      .where('state', '=', 'untold')
      .returning(['reference', 'kind'])
      .executeTakeFirst();
    if (!row) throw new DeskFaultError('gone');
    await log({ action: 'told-by-hand', reference: row.reference, detail: { delivery: id, kind: row.kind } });
  });
}
