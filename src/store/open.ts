import type { Log } from '../kernel/log.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openSqlite } from './sqlite/sqlite.ts';

export interface DatabasePlace {
  readonly sqliteFile: string;
  /** `postgres://...`; undefined for SQLite. */
  readonly url: string | undefined;
}

/** Opens the database and brings its schema up to date. */
export async function openDatabase(place: DatabasePlace, log: Log): Promise<Database> {
  const database = await open(place, log);
  try {
    await migrate(database, MIGRATIONS);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The driver of PostgreSQL is loaded by those who use it. */
async function open({ sqliteFile, url }: DatabasePlace, log: Log): Promise<Database> {
  if (url === undefined) return openSqlite(sqliteFile);
  const { openPostgres } = await import('./postgres/postgres.ts');
  return openPostgres(url, { log });
}
