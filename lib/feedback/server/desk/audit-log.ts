import type { Desk } from './desk';
import { type Actor, allow } from './perform';

export const AUDIT_PAGE = 50;

export interface AuditRow {
  id: string;
  at: number;
  /** Name and address of the account; undefined for the command line. */
  account: { name: string; email: string } | undefined;
  action: string;
  reference: string | null;
  /** Address of the account it was done to. */
  target: string | undefined;
  detail: Record<string, string | number>;
}

/** One page of the audit log, newest first; of one suggestion, where a reference is given. */
export async function listAudit(
  { db }: Desk,
  actor: Actor,
  { page = 1, reference }: { page?: number; reference?: string | undefined } = {},
): Promise<{ rows: AuditRow[]; count: number }> {
  allow(actor, 'audit');
  const all = db
    .selectFrom('feedback_audit')
    .$if(Boolean(reference), (query) => query.where('feedback_audit.reference', '=', reference ?? ''));
  const [rows, total] = await Promise.all([
    all
      .leftJoin('desk_account', 'desk_account.id', 'feedback_audit.account')
      .select([
        'feedback_audit.id',
        'feedback_audit.at',
        'feedback_audit.action',
        'feedback_audit.reference',
        'feedback_audit.detail',
        'desk_account.name',
        'desk_account.email',
      ])
      .orderBy('feedback_audit.at', 'desc')
      .orderBy('feedback_audit.id')
      .limit(AUDIT_PAGE)
      .offset((page - 1) * AUDIT_PAGE)
      .execute(),
    all.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ]);
  const read = rows.map(({ name, email, detail, ...row }) => {
    const { target, ...rest } = JSON.parse(detail) as Record<string, string | number>;
    const account = name !== null && email !== null ? { name, email } : undefined;
    return { ...row, account, target, detail: rest };
  });
  const targets = [...new Set(read.flatMap(({ target }) => (target ? [String(target)] : [])))];
  const accounts =
    targets.length > 0
      ? await db.selectFrom('desk_account').select(['id', 'email']).where('id', 'in', targets).execute()
      : [];
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return {
    rows: read.map(({ target, ...row }) => ({
      ...row,
      target: target === undefined ? undefined : (emails.get(String(target)) ?? String(target)),
    })),
    count: Number(total.count),
  };
}
