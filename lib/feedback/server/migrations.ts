import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { OpenDatabase } from '@/lib/server/database';

/** All changes of the tables, in order. A migration that was ever released is not edited: the next one mends it. */
const migrations = (isPostgres: boolean): Record<string, Migration> => {
  const bytes = isPostgres ? sql`bytea` : sql`blob`;
  const real = isPostgres ? sql`double precision` : sql`real`;
  // Integers of SQLite hold 64 bits under any name.
  const time = 'bigint' as const;
  return {
    '001-feedback': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('feedback_request')
          .addColumn('reference', 'text', (column) => column.primaryKey())
          .addColumn('submission_key', 'text', (column) => column.notNull().unique())
          .addColumn('code_hash', 'text', (column) => column.notNull().unique())
          .addColumn('code_sealed', 'text', (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('language', 'text', (column) => column.notNull())
          .addColumn('description', 'text', (column) => column.notNull())
          .addColumn('answers', 'text', (column) => column.notNull())
          .addColumn('lng', real)
          .addColumn('lat', real)
          .addColumn('address', 'text')
          .addColumn('origin', 'text', (column) => column.notNull())
          .addColumn('area', 'text')
          .addColumn('district', 'text')
          .addColumn('contact_sealed', 'text')
          .addColumn('consent_contact', 'integer', (column) => column.notNull())
          .addColumn('consent_publish', 'integer', (column) => column.notNull())
          .addColumn('consent_news', 'integer', (column) => column.notNull())
          .addColumn('publication', 'text', (column) => column.notNull())
          .addColumn('state', 'text', (column) => column.notNull())
          .addColumn('state_at', time, (column) => column.notNull())
          .addColumn('round', 'integer', (column) => column.notNull())
          .addColumn('received_at', time, (column) => column.notNull())
          .addColumn('answered_at', time)
          .addColumn('closed_at', time)
          .addColumn('rating', 'integer')
          .addColumn('expected_at', time)
          .addColumn('agency', 'text')
          .addColumn('backend_id', 'text')
          .addColumn('backend_token', 'text')
          .addColumn('doubt', 'integer', (column) => column.notNull())
          .addColumn('polled_at', time)
          .addColumn('reminded_at', time)
          .execute();
        await db.schema
          .createIndex('feedback_request_near')
          .on('feedback_request')
          .columns(['kind', 'publication', 'lat', 'lng'])
          .execute();
        await db.schema
          .createIndex('feedback_request_backend')
          .on('feedback_request')
          .column('backend_id')
          .execute();
        await db.schema
          .createIndex('feedback_request_time')
          .on('feedback_request')
          .columns(['publication', 'received_at'])
          .execute();

        await db.schema
          .createTable('feedback_draft')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('sealed', 'text', (column) => column.notNull())
          .addColumn('changed_at', time, (column) => column.notNull())
          .addColumn('reference', 'text')
          .execute();

        await db.schema
          .createTable('feedback_photo')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('reference', 'text', (column) =>
            column.references('feedback_request.reference').onDelete('cascade'),
          )
          .addColumn('draft', 'text', (column) => column.references('feedback_draft.id').onDelete('cascade'))
          .addColumn('position', 'integer', (column) => column.notNull())
          .addColumn('bytes', bytes, (column) => column.notNull())
          .addColumn('width', 'integer', (column) => column.notNull())
          .addColumn('height', 'integer', (column) => column.notNull())
          .addColumn('public_bytes', bytes)
          .addColumn('published', 'integer', (column) => column.notNull())
          .addColumn('added_at', time, (column) => column.notNull())
          .execute();
        for (const column of ['reference', 'draft'])
          await db.schema
            .createIndex(`feedback_photo_${column}`)
            .on('feedback_photo')
            .column(column)
            .execute();

        await db.schema
          .createTable('feedback_event')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('reference', 'text', (column) =>
            column.notNull().references('feedback_request.reference').onDelete('cascade'),
          )
          .addColumn('at', time, (column) => column.notNull())
          .addColumn('recorded_at', time, (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('state', 'text')
          .addColumn('text', 'text')
          .addColumn('level', 'integer')
          .addColumn('by', 'text', (column) => column.notNull())
          .addColumn('update_key', 'text', (column) => column.notNull())
          .addColumn('photo', 'text')
          .addUniqueConstraint('feedback_event_once', ['reference', 'update_key'])
          .execute();

        await db.schema
          .createTable('feedback_outbox')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('reference', 'text', (column) =>
            column.notNull().references('feedback_request.reference').onDelete('cascade'),
          )
          .addColumn('sequence', 'integer', (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('payload', 'text', (column) => column.notNull())
          .addColumn('state', 'text', (column) => column.notNull())
          .addColumn('attempts', 'integer', (column) => column.notNull())
          .addColumn('next_at', time, (column) => column.notNull())
          .addColumn('leased_by', 'text')
          .addColumn('leased_until', time)
          .addColumn('uncertain', 'integer', (column) => column.notNull())
          .addColumn('tried_at', time)
          .addColumn('last_fault', 'text')
          .addColumn('created_at', time, (column) => column.notNull())
          .addColumn('sent_at', time)
          .addUniqueConstraint('feedback_outbox_order', ['reference', 'sequence'])
          .execute();
        // Only what is not yet sent is ever looked for.
        await sql`create index feedback_outbox_due on feedback_outbox (next_at) where state in ('waiting', 'leased')`.execute(
          db,
        );

        await db.schema
          .createTable('feedback_follower')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('reference', 'text', (column) =>
            column.notNull().references('feedback_request.reference').onDelete('cascade'),
          )
          .addColumn('code_hash', 'text', (column) => column.notNull().unique())
          .addColumn('code_sealed', 'text', (column) => column.notNull())
          .addColumn('contact_sealed', 'text')
          .addColumn('language', 'text', (column) => column.notNull())
          .addColumn('submission_key', 'text', (column) => column.notNull().unique())
          .addColumn('followed_at', time, (column) => column.notNull())
          .execute();
        await db.schema
          .createIndex('feedback_follower_reference')
          .on('feedback_follower')
          .column('reference')
          .execute();

        await db.schema
          .createTable('feedback_push')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('reference', 'text', (column) =>
            column.notNull().references('feedback_request.reference').onDelete('cascade'),
          )
          .addColumn('follower', 'text', (column) =>
            column.references('feedback_follower.id').onDelete('cascade'),
          )
          .addColumn('subscription_sealed', 'text', (column) => column.notNull())
          .addColumn('language', 'text', (column) => column.notNull())
          .addColumn('added_at', time, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('feedback_news')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('reference', 'text', (column) =>
            column.notNull().references('feedback_request.reference').onDelete('cascade'),
          )
          .addColumn('follower', 'text', (column) =>
            column.references('feedback_follower.id').onDelete('cascade'),
          )
          .addColumn('event', 'text', (column) => column.notNull())
          .addColumn('channel', 'text', (column) => column.notNull())
          .addColumn('push', 'text', (column) => column.references('feedback_push.id').onDelete('cascade'))
          .addColumn('state', 'text', (column) => column.notNull())
          .addColumn('attempts', 'integer', (column) => column.notNull())
          .addColumn('next_at', time, (column) => column.notNull())
          .addColumn('leased_until', time)
          .addColumn('created_at', time, (column) => column.notNull())
          .execute();
        await sql`create index feedback_news_due on feedback_news (next_at) where state in ('waiting', 'leased')`.execute(
          db,
        );

        await db.schema
          .createTable('feedback_spent')
          .addColumn('challenge', 'text', (column) => column.primaryKey())
          .addColumn('expires_at', time, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('feedback_block')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('value', 'text', (column) => column.notNull())
          .addColumn('reason', 'text', (column) => column.notNull())
          .addColumn('added_by', 'text', (column) => column.notNull())
          .addColumn('added_at', time, (column) => column.notNull())
          .addColumn('until', time)
          .execute();
        await db.schema
          .createTable('feedback_sender')
          .addColumn('reference', 'text', (column) =>
            column.primaryKey().references('feedback_request.reference').onDelete('cascade'),
          )
          .addColumn('sender', 'text', (column) => column.notNull())
          .addColumn('at', time, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('feedback_audit')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('at', time, (column) => column.notNull())
          .addColumn('account', 'text', (column) => column.notNull())
          .addColumn('action', 'text', (column) => column.notNull())
          .addColumn('reference', 'text')
          .addColumn('detail', 'text', (column) => column.notNull())
          .execute();
      },
    },
    '002-rate-limit': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('rate_limit')
          .addColumn('key', 'text', (column) => column.primaryKey())
          .addColumn('points', 'integer', (column) => column.notNull())
          .addColumn('expires_at', time, (column) => column.notNull())
          .execute();
      },
    },
    '003-erased': {
      async up(db: Kysely<unknown>) {
        await db.schema.alterTable('feedback_request').addColumn('erased_at', time).execute();
        // The sender of news and the pages of a code look by these.
        for (const table of ['feedback_push', 'feedback_news', 'feedback_follower'])
          await db.schema.createIndex(`${table}_of_request`).on(table).column('reference').execute();
      },
    },
  };
};

/** Brings the tables up to date. Instances that start together wait for each other. Throws with the name of the migration that failed. */
export async function migrate<Tables>({ db, isPostgres }: OpenDatabase<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations(isPostgres) },
    migrationTableName: 'feedback_migration',
    migrationLockTableName: 'feedback_migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find(({ status }) => status === 'Error');
  if (error) throw new Error(`Database: migration ${failed?.migrationName ?? ''} failed`, { cause: error });
}
