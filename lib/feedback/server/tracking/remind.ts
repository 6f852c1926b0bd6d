import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { REMIND_WORKING_DAYS, reminderDueAt } from '../../reminder';
import { isWaiting, requestStates } from '../../states';
import { workingDaysBetween } from '../../working-days';
import { loadCalendar } from '../days-off';
import { queueNews } from '../queue-news';
import type { Connection, Store } from '../store';
import { enqueue } from '../submit';
import type { RequestTable } from '../tables';
import { holdOwnRequest, waitingSinceOf } from './own-request';

export type RemindOutcome =
  | 'reminded'
  /** It is not the city's turn, the time is not over, or the city was reminded already. */
  | 'not-due'
  /** The city does not have it yet: there is nothing to remind it of. */
  | 'undelivered'
  | 'unknown-code';

const DAY = 86_400_000;
const PRESSED_AGAIN = 10 * 60_000;

async function remindRow(
  transaction: Connection,
  row: Selectable<RequestTable>,
  { by, now }: { by: 'person' | 'portal'; now: number },
): Promise<RemindOutcome> {
  const { reference } = row;
  const waitingSince = await waitingSinceOf(transaction, row);
  const calendar = await loadCalendar();
  const dueAt = reminderDueAt({ state: row.state, waitingSince, remindedAt: row.reminded_at, calendar });
  // Pressed twice, it is one reminder, and no failure.
  if (row.reminded_at !== null && now - row.reminded_at < PRESSED_AGAIN) return 'reminded';
  if (dueAt === undefined || now < dueAt || row.erased_at !== null) return 'not-due';
  const undelivered = await transaction
    .selectFrom('feedback_outbox')
    .select('id')
    .where('reference', '=', reference)
    .where('kind', 'in', ['create', 'reopen'])
    .where('state', '!=', 'sent')
    .executeTakeFirst();
  if (undelivered) return 'undelivered';
  const event = randomUUID();
  await transaction
    .insertInto('feedback_event')
    .values({
      id: event,
      reference,
      at: now,
      recorded_at: now,
      kind: 'reminder',
      state: null,
      text: null,
      level: null,
      by,
      update_key: `reminder ${row.round} ${row.reminded_at ?? waitingSince}`,
      photo: null,
    })
    .execute();
  await transaction
    .updateTable('feedback_request')
    .set({ reminded_at: now })
    .where('reference', '=', reference)
    .execute();
  const workingDays = workingDaysBetween(waitingSince, now, calendar);
  await enqueue(transaction, {
    reference,
    kind: 'reminder',
    payload: { by, round: row.round, waitingSince, workingDays },
    now,
  });
  // Who pressed the button knows it.
  if (by === 'portal') await queueNews(transaction, { reference, event, now });
  return 'reminded';
}

/** Reminds the city of a suggestion that has waited 15 working days, since it was sent, opened again or the city was last reminded. Pressed twice, it is one. */
export function remind(
  store: Store,
  { code, now = Date.now() }: { code: string; now?: number },
): Promise<RemindOutcome> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await holdOwnRequest(transaction, store, code);
    return row ? remindRow(transaction, row, { by: 'person', now }) : 'unknown-code';
  });
}

/** Reminds the city of everything that is due, without anybody pressing a button. Returns how many. */
export async function remindDue(store: Store, { now = Date.now() }: { now?: number } = {}): Promise<number> {
  const { db, isPostgres } = store;
  // Each working day takes a day, where weekends are worked too: whatever is younger need not be looked at.
  const youngest = now - REMIND_WORKING_DAYS * DAY;
  const candidates = await db
    .selectFrom('feedback_request')
    .select('reference')
    .where('state', 'in', requestStates.filter(isWaiting))
    .where('erased_at', 'is', null)
    .where('received_at', '<=', youngest)
    .where(({ or, eb }) => or([eb('reminded_at', 'is', null), eb('reminded_at', '<=', youngest)]))
    .execute();
  let count = 0;
  for (const { reference } of candidates) {
    const outcome = await db.transaction().execute(async (transaction) => {
      const lookUp = transaction
        .selectFrom('feedback_request')
        .selectAll()
        .where('reference', '=', reference);
      const row = await (isPostgres ? lookUp.forUpdate() : lookUp).executeTakeFirst();
      return row ? remindRow(transaction, row, { by: 'portal', now }) : 'not-due';
    });
    if (outcome === 'reminded') count++;
  }
  return count;
}
