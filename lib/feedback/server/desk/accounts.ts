import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { type DeskRole, isDeskRole, PASSWORD_MAX, PASSWORD_MIN } from '../../desk';
import type { FeedbackTables } from '../tables';
import type { Desk } from './desk';
import { type Actor, allow, DeskFaultError, perform } from './perform';
import type { DeskTables } from './tables';

export interface DeskAccount {
  id: string;
  name: string;
  email: string;
  role: DeskRole;
  isEnrolled: boolean;
  isDisabled: boolean;
}

const columns = ['id', 'name', 'email', 'role', 'twoFactorEnabled', 'disabled'] as const;

const toAccount = (row: {
  id: string;
  name: string;
  email: string;
  role: string;
  twoFactorEnabled: number | boolean | null;
  disabled: number;
}): DeskAccount => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: isDeskRole(row.role) ? row.role : 'moderator',
  isEnrolled: Boolean(row.twoFactorEnabled),
  isDisabled: row.disabled !== 0,
});

/** All accounts, by name. */
export async function listAccounts({ db }: Desk, actor: Actor): Promise<DeskAccount[]> {
  allow(actor, 'accounts');
  const rows = await db.selectFrom('desk_account').select(columns).orderBy('name').orderBy('email').execute();
  return rows.map(toAccount);
}

function checkPassword(password: string): void {
  if (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX || new Set(password).size < 5)
    throw new DeskFaultError('weak-password', 'password');
}

/** Truth and time as better-auth keeps them in this database. */
const formsOf = (isPostgres: boolean, now: number) => ({
  no: isPostgres ? false : 0,
  instant: isPostgres ? new Date(now) : new Date(now).toISOString(),
});

/** Makes an account. It cannot do anything until it has a second factor. Throws DeskFaultError: `not-an-address`, `taken`, `weak-password`, `required`. */
export async function addAccount(
  desk: Desk,
  actor: Actor,
  { email, name, role, password }: { email: string; name: string; role: DeskRole; password: string },
): Promise<DeskAccount> {
  allow(actor, 'accounts');
  const address = email.trim().toLowerCase();
  if (!z.email().safeParse(address).success) throw new DeskFaultError('not-an-address', 'email');
  if (!name.trim()) throw new DeskFaultError('required', 'name');
  checkPassword(password);
  const hash = await (await desk.auth.$context).password.hash(password);
  return perform(desk, actor, 'accounts', async ({ deskTables, log, now }) => {
    const { no, instant } = formsOf(desk.store.isPostgres, now);
    const id = randomUUID();
    const made = await deskTables
      .insertInto('desk_account')
      .values({
        id,
        name: name.trim(),
        email: address,
        emailVerified: no,
        image: null,
        createdAt: instant,
        updatedAt: instant,
        twoFactorEnabled: no,
        role,
        disabled: 0,
      })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning(columns)
      .executeTakeFirst();
    if (!made) throw new DeskFaultError('taken', 'email');
    await deskTables
      .insertInto('desk_credential')
      .values({
        id: randomUUID(),
        accountId: id,
        providerId: 'credential',
        userId: id,
        password: hash,
        createdAt: instant,
        updatedAt: instant,
      })
      .execute();
    await log({ action: 'account-add', detail: { target: id, role } });
    return toAccount(made);
  });
}

/** Finds an account by its e-mail address. */
export async function findAccount(
  { db }: Desk,
  actor: Actor,
  email: string,
): Promise<DeskAccount | undefined> {
  allow(actor, 'accounts');
  const row = await db
    .selectFrom('desk_account')
    .select(columns)
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst();
  return row && toAccount(row);
}

/** Takes the account for a change. Nobody changes the account they are signed in with, and one admin always remains. */
async function take(
  deskTables: Transaction<FeedbackTables & DeskTables>,
  {
    isPostgres,
    actor,
    id,
    losesAdmin,
  }: { isPostgres: boolean; actor: Actor; id: string; losesAdmin: boolean },
): Promise<DeskAccount> {
  if (id === actor.id) throw new DeskFaultError('self');
  const all = deskTables.selectFrom('desk_account').select(columns);
  // Two admins who take each other's role at once: the second waits, and sees what the first did.
  const rows = (await (isPostgres ? all.forUpdate() : all).execute()).map(toAccount);
  const account = rows.find((row) => row.id === id);
  if (!account) throw new DeskFaultError('gone');
  const others = rows.filter((row) => row.id !== id && row.role === 'admin' && !row.isDisabled);
  if (losesAdmin && account.role === 'admin' && !account.isDisabled && others.length === 0)
    throw new DeskFaultError('last-admin');
  return account;
}

const endSessions = (deskTables: Transaction<FeedbackTables & DeskTables>, id: string) =>
  deskTables.deleteFrom('desk_session').where('userId', '=', id).execute();

/** Gives an account another role. Its sessions end. */
export async function setRole(desk: Desk, actor: Actor, id: string, role: DeskRole): Promise<void> {
  const { isPostgres } = desk.store;
  await perform(desk, actor, 'accounts', async ({ deskTables, log }) => {
    const before = await take(deskTables, { isPostgres, actor, id, losesAdmin: role !== 'admin' });
    await deskTables.updateTable('desk_account').set({ role }).where('id', '=', id).execute();
    await endSessions(deskTables, id);
    await log({ action: 'account-role', detail: { target: id, from: before.role, to: role } });
  });
}

/** Closes an account, or opens it again. It is never deleted: the audit log names it. */
export async function setDisabled(desk: Desk, actor: Actor, id: string, isDisabled: boolean): Promise<void> {
  const { isPostgres } = desk.store;
  await perform(desk, actor, 'accounts', async ({ deskTables, log }) => {
    await take(deskTables, { isPostgres, actor, id, losesAdmin: isDisabled });
    await deskTables
      .updateTable('desk_account')
      .set({ disabled: Number(isDisabled) })
      .where('id', '=', id)
      .execute();
    await endSessions(deskTables, id);
    await log({ action: isDisabled ? 'account-disable' : 'account-enable', detail: { target: id } });
  });
}

/** Takes the second factor away, for somebody who lost theirs: the next sign-in enrols a new one. */
export async function resetSecondFactor(desk: Desk, actor: Actor, id: string): Promise<void> {
  const { isPostgres } = desk.store;
  await perform(desk, actor, 'accounts', async ({ deskTables, log, now }) => {
    await take(deskTables, { isPostgres, actor, id, losesAdmin: false });
    await deskTables
      .updateTable('desk_account')
      .set({ twoFactorEnabled: formsOf(isPostgres, now).no })
      .where('id', '=', id)
      .execute();
    await deskTables.deleteFrom('desk_second_factor').where('userId', '=', id).execute();
    await endSessions(deskTables, id);
    await log({ action: 'account-second-factor', detail: { target: id } });
  });
}

/** Sets a new password. */
export async function setPassword(desk: Desk, actor: Actor, id: string, password: string): Promise<void> {
  allow(actor, 'accounts');
  checkPassword(password);
  const hash = await (await desk.auth.$context).password.hash(password);
  const { isPostgres } = desk.store;
  await perform(desk, actor, 'accounts', async ({ deskTables, log }) => {
    await take(deskTables, { isPostgres, actor, id, losesAdmin: false });
    await deskTables
      .updateTable('desk_credential')
      .set({ password: hash })
      .where('userId', '=', id)
      .execute();
    await endSessions(deskTables, id);
    await log({ action: 'account-password', detail: { target: id } });
  });
}
