import { randomUUID } from 'node:crypto';
import { BLOCK_TEXT_MAX } from '../../desk';
import { cleanLine } from '../../text';
import type { BlockTable } from '../tables';
import type { Desk } from './desk';
import { type Actor, allow, DeskFaultError, perform } from './perform';

const DAY = 86_400_000;
/** For how many days somebody can be kept out; 0: until it is taken back. */
export const blockDays = [1, 7, 30, 0] as const;

export interface BlockRow extends Omit<BlockTable, 'added_by'> {
  /** Name of whoever added it; undefined where the account is not known. */
  addedBy: string | undefined;
}

/** Who and what is kept out, newest first. */
export async function listBlocks({ db }: Desk, actor: Actor): Promise<BlockRow[]> {
  allow(actor, 'block');
  const rows = await db
    .selectFrom('feedback_block')
    .leftJoin('desk_account', 'desk_account.id', 'feedback_block.added_by')
    .select([
      'feedback_block.id',
      'feedback_block.kind',
      'feedback_block.value',
      'feedback_block.reason',
      'feedback_block.added_at',
      'feedback_block.until',
      'desk_account.name',
    ])
    .orderBy('feedback_block.added_at', 'desc')
    .limit(500)
    .execute();
  return rows.map(({ name, ...row }) => ({ ...row, addedBy: name ?? undefined }));
}

/** What is blocked: words as typed, or whoever sent a suggestion. */
export type BlockTarget = { words: string } | { reference: string };

/** Keeps out words, or whoever sent a suggestion (as a hash: nobody sees an address). Throws DeskFaultError where something is missing. */
export async function addBlock(
  desk: Desk,
  actor: Actor,
  { target, reason, days }: { target: BlockTarget; reason: string; days: number },
): Promise<void> {
  allow(actor, 'block');
  const why = cleanLine(reason);
  const words = 'words' in target ? cleanLine(target.words) : undefined;
  if (words === '') throw new DeskFaultError('required', 'words');
  if (words && words.length > BLOCK_TEXT_MAX) throw new DeskFaultError('too-long', 'words');
  // One character would keep everybody out.
  if (words && [...words].length < 2) throw new DeskFaultError('out-of-range', 'words');
  if (!why) throw new DeskFaultError('required', 'reason');
  if (why.length > BLOCK_TEXT_MAX) throw new DeskFaultError('too-long', 'reason');
  if (!(blockDays as readonly number[]).includes(days)) throw new DeskFaultError('unknown-value', 'days');
  await perform(desk, actor, 'block', async ({ transaction, log, now }) => {
    const reference = 'reference' in target ? target.reference : undefined;
    const sender =
      reference &&
      (
        await transaction
          .selectFrom('feedback_sender')
          .select('sender')
          .where('reference', '=', reference)
          .executeTakeFirst()
      )?.sender;
    const value = words ?? sender;
    if (!value) throw new DeskFaultError('gone');
    const id = randomUUID();
    await transaction
      .insertInto('feedback_block')
      .values({
        id,
        kind: reference ? 'sender' : 'words',
        value,
        reason: why,
        added_by: actor.id,
        added_at: now,
        until: days === 0 ? null : now + days * DAY,
      })
      .execute();
    await log({
      action: 'block',
      ...(reference && { reference }),
      detail: { block: id, kind: reference ? 'sender' : 'words', days },
    });
  });
}

/** Lets somebody in again. */
export async function removeBlock(desk: Desk, actor: Actor, id: string): Promise<void> {
  await perform(desk, actor, 'block', async ({ transaction, log }) => {
    const row = await transaction
      .deleteFrom('feedback_block')
      .where('id', '=', id)
      .returning('kind')
      .executeTakeFirst();
    if (!row) throw new DeskFaultError('gone');
    await log({ action: 'unblock', detail: { block: id, kind: row.kind } });
  });
}
