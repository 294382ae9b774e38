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

export interface DatabaseRooms {
  readonly log: Log;
  /** Aborted when the server stops: it does not wait for a database that is away. */
  readonly hurry: AbortSignal;
}

/** Opens the database and brings its schema up to date. */
export async function openDatabase(place: DatabasePlace, rooms: DatabaseRooms): Promise<Database> {
  const database = await open(place, rooms);
  try {
    await migrate(database, MIGRATIONS);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The driver of PostgreSQL is loaded by those who use it. */
async function open({ sqliteFile, url }: DatabasePlace, rooms: DatabaseRooms): Promise<Database> {
  if (url === undefined) return openSqlite(sqliteFile);
  const { openPostgres } = await import('./postgres/postgres.ts');
  return openPostgres(url, rooms);
}
