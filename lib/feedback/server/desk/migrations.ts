import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { OpenDatabase } from '@/lib/server/database';

/** All changes of the desk's tables, in order. A migration that was ever released is not edited: the next one mends it. */
const migrations = (isPostgres: boolean): Record<string, Migration> => {
  // What better-auth writes and its own check of the tables expects.
  const instant = isPostgres ? sql`timestamptz` : sql`date`;
  const truth = isPostgres ? 'boolean' : 'integer';
  return {
    '001-desk': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('desk_account')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('email', 'text', (column) => column.notNull().unique())
          .addColumn('emailVerified', truth, (column) => column.notNull())
          .addColumn('image', 'text')
          .addColumn('createdAt', instant, (column) => column.notNull())
          .addColumn('updatedAt', instant, (column) => column.notNull())
          .addColumn('twoFactorEnabled', truth)
          .addColumn('role', 'text', (column) => column.notNull())
          .addColumn('disabled', 'integer', (column) => column.notNull().defaultTo(0))
          .execute();
        const account = 'desk_account.id';
        await db.schema
          .createTable('desk_session')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('token', 'text', (column) => column.notNull().unique())
          .addColumn('userId', 'text', (column) => column.notNull().references(account).onDelete('cascade'))
          .addColumn('expiresAt', instant, (column) => column.notNull())
          .addColumn('createdAt', instant, (column) => column.notNull())
          .addColumn('updatedAt', instant, (column) => column.notNull())
          .addColumn('ipAddress', 'text')
          .addColumn('userAgent', 'text')
          .addColumn('secondFactor', 'integer', (column) => column.notNull().defaultTo(0))
          .execute();
        await db.schema
          .createTable('desk_credential')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('accountId', 'text', (column) => column.notNull())
          .addColumn('providerId', 'text', (column) => column.notNull())
          .addColumn('userId', 'text', (column) => column.notNull().references(account).onDelete('cascade'))
          .addColumn('accessToken', 'text')
          .addColumn('refreshToken', 'text')
          .addColumn('idToken', 'text')
          .addColumn('accessTokenExpiresAt', instant)
          .addColumn('refreshTokenExpiresAt', instant)
          .addColumn('scope', 'text')
          .addColumn('password', 'text')
          .addColumn('createdAt', instant, (column) => column.notNull())
          .addColumn('updatedAt', instant, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('desk_verification')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('identifier', 'text', (column) => column.notNull())
          .addColumn('value', 'text', (column) => column.notNull())
          .addColumn('expiresAt', instant, (column) => column.notNull())
          .addColumn('createdAt', instant, (column) => column.notNull())
          .addColumn('updatedAt', instant, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('desk_second_factor')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('userId', 'text', (column) =>
            column.notNull().unique().references(account).onDelete('cascade'),
          )
          .addColumn('secret', 'text', (column) => column.notNull())
          .addColumn('backupCodes', 'text', (column) => column.notNull())
          .addColumn('verified', truth)
          .addColumn('failedVerificationCount', 'integer')
          .addColumn('lockedUntil', instant)
          .execute();
        for (const [table, column] of [
          ['desk_session', 'userId'],
          ['desk_credential', 'userId'],
          ['desk_verification', 'identifier'],
        ] as const)
          await db.schema.createIndex(`${table}_${column.toLowerCase()}`).on(table).column(column).execute();

        await db.schema
          .createTable('desk_typed')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('sealed', 'text', (column) => column.notNull())
          .addColumn('at', 'bigint', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('desk_blur')
          .addColumn('photo', 'text', (column) =>
            column.primaryKey().references('feedback_photo.id').onDelete('cascade'),
          )
          .addColumn('rectangles', 'text', (column) => column.notNull())
          .execute();

        // The lists of the desk, oldest first: only what waits is in them.
        for (const [name, table, column, waits] of [
          ['desk_moderation', 'feedback_request', 'received_at', "publication = 'waiting'"],
          [
            'desk_answer',
            'feedback_request',
            'received_at',
            "state in ('received', 'assigned', 'in-progress', 'reopened')",
          ],
          ['desk_doubts', 'feedback_request', 'received_at', 'doubt = 1'],
          ['desk_dead', 'feedback_outbox', 'created_at', "state = 'dead'"],
        ] as const)
          await sql`create index ${sql.raw(name)} on ${sql.table(table)} (${sql.ref(column)}) where ${sql.raw(waits)}`.execute(
            db,
          );
        await db.schema.createIndex('desk_audit_time').on('feedback_audit').column('at').execute();
      },
    },
  };
};

/** Brings the desk's tables up to date; those of the suggestions must stand. Throws with the name of the migration that failed. */
export async function migrateDesk<Tables>({ db, isPostgres }: OpenDatabase<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations(isPostgres) },
    migrationTableName: 'desk_migration',
    migrationLockTableName: 'desk_migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find(({ status }) => status === 'Error');
  if (error) throw new Error(`Database: migration ${failed?.migrationName ?? ''} failed`, { cause: error });
}
