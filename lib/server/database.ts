/**
 * The portal's database: SQLite in a file by default, PostgreSQL where `DATABASE_URL` names one. Both are spoken to through Kysely, with the same tables:
 * times are integers (milliseconds since 1970, UTC), truth is 0 or 1, JSON is text, so that what is written to one can be read from the other.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, PostgresDialect, SqliteAdapter, SqliteDialect } from 'kysely';
import pg from 'pg';
import { environment } from './env';

/** Where the portal keeps what is not content: database, keys, exchange folders. */
export const varFolder = () =>
  path.resolve(/* turbopackIgnore: true */ environment.VAR_DIR ?? path.join(process.cwd(), 'var'));

export interface OpenDatabase<Tables> {
  db: Kysely<Tables>;
  isPostgres: boolean;
}

/** How long a writer waits for another process before it gives up, milliseconds. */
const BUSY_TIMEOUT = 10_000;

// Counts and times fit a double; as text, as the driver gives them, they would be compared as text.
const INT8 = 20;
pg.types.setTypeParser(INT8, Number);

/** SQLite changes tables inside transactions; told so, a migration that is cut off leaves nothing half made, and two that start together wait. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter() {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true;
      }
    })();
  }
}

function openSqlite(file: string): SqliteDialect {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // FULL: a receipt somebody saw outlives a power cut.
  database.exec(
    `PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`,
  );
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const kept = statements.get(sql);
    if (kept) return kept;
    // A transaction that reads first and writes later could not wait for another writer: it takes the lock at once.
    const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
    // Lists of parameters differ in length; the frequent ones are few.
    if (statements.size > 500) statements.clear();
    statements.set(sql, statement);
    return statement;
  };
  return new TransactionalSqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        const statement = prepare(sql);
        const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>,
        };
      },
    },
  });
}

function openPostgres(address: string, connections: number): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    application_name: 'yuwalk',
    connectionTimeoutMillis: 10_000,
  });
  // A server that restarts ends idle connections; unheard, that would end this process. The next question opens a new one.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

/**
 * Opens the database an address names: `postgres://…`, a file, or `:memory:`. Nothing is migrated here.
 */
export function openDatabase<Tables>(address: string, { connections = 10 } = {}): OpenDatabase<Tables> {
  const isPostgres = /^postgres(ql)?:\/\//.test(address);
  const dialect = isPostgres ? openPostgres(address, connections) : openSqlite(address);
  return { db: new Kysely<Tables>({ dialect }), isPostgres };
}

/** The address of the portal's own database. */
export const databaseAddress = () => environment.DATABASE_URL ?? path.join(varFolder(), 'yuwalk.sqlite');
