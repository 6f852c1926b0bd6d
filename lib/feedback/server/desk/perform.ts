import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type DeskAbility, type DeskAction, type DeskFault, type DeskRole, mayAtDesk } from '../../desk';
import type { Connection } from '../store';
import type { FeedbackTables } from '../tables';
import type { Desk } from './desk';
import type { DeskTables } from './tables';

/** Who does it: an account, or the command line. */
export interface Actor {
  id: string;
  role: DeskRole;
}

/** Whoever can run a command on the server is an admin. */
export const commandActor: Actor = { id: 'command', role: 'admin' };

/** A form that cannot be carried out, and which field is to blame. */
export class DeskFaultError extends Error {
  constructor(
    readonly fault: DeskFault,
    readonly field = 'form',
  ) {
    super(`desk: ${field}: ${fault}`);
  }
}

/** Somebody tried what their role does not allow. */
export class DeskRefusal extends Error {
  constructor(readonly ability: DeskAbility) {
    super(`desk: not allowed: ${ability}`);
  }
}

/** Throws DeskRefusal where the role does not allow it. */
export function allow(actor: Actor, ability: DeskAbility): void {
  if (!mayAtDesk(actor.role, ability)) throw new DeskRefusal(ability);
}

export interface AuditEntry {
  action: DeskAction;
  reference?: string;
  /** Codes, numbers and ids only: nothing personal. */
  detail?: Readonly<Record<string, string | number>>;
}

/** Puts down who did what. */
export async function writeAudit(
  connection: Connection,
  account: string,
  { action, reference, detail = {} }: AuditEntry,
  now = Date.now(),
): Promise<void> {
  await connection
    .insertInto('feedback_audit')
    .values({
      id: randomUUID(),
      at: now,
      account,
      action,
      reference: reference ?? null,
      detail: JSON.stringify(detail),
    })
    .execute();
}

export interface DeskTransaction {
  /** Suggestions. */
  transaction: Transaction<FeedbackTables>;
  /** The same transaction, with the desk's tables in sight. */
  deskTables: Transaction<FeedbackTables & DeskTables>;
  log(entry: AuditEntry): Promise<void>;
  now: number;
}

/**
 * Carries out a change at the desk: role checked, change and audit log in one transaction. Throws DeskRefusal where the role does not allow it, and what
 * the work throws; then nothing is kept.
 */
export async function perform<Result>(
  { store }: Pick<Desk, 'store'>,
  actor: Actor,
  ability: DeskAbility,
  work: (tools: DeskTransaction) => Promise<Result>,
): Promise<Result> {
  allow(actor, ability);
  const now = Date.now();
  return store.db.transaction().execute(async (transaction) =>
    work({
      transaction,
      deskTables: transaction.withTables<DeskTables>(),
      log: (entry) => writeAudit(transaction, actor.id, entry, now),
      now,
    }),
  );
}
