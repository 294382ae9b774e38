import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { inject } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';

export type Dialect = 'sqlite' | 'postgres';

/** For `describe.each`: whatever touches the store is tested on both. */
export const DIALECTS: readonly Dialect[] = ['sqlite', 'postgres'];

/** An empty database of a test's own, with the schema, and the way to drop it. */
export async function openTestDatabase(dialect: Dialect): Promise<{ database: Database; drop: () => Promise<void> }> {
  const place = await makePlace(dialect);
  const database =
    dialect === 'sqlite' ? openSqlite(join(place.directory, 'velocius.db')) : await openPostgres(place.url ?? '');
  await migrate(database, MIGRATIONS);
  return {
    database,
    drop: async () => {
      await database.close();
      await place.drop();
    },
  };
}

export interface Place {
  readonly directory: string;
  /** URL for `--database`; undefined for SQLite. */
  readonly url: string | undefined;
  drop(): Promise<void>;
}

/** A fresh data directory, and on PostgreSQL a fresh empty database. */
export async function makePlace(dialect: Dialect): Promise<Place> {
  const directory = mkdtempSync(join(tmpdir(), 'velocius-test-'));
  if (dialect === 'sqlite') {
    return { directory, url: undefined, drop: async () => rmSync(directory, { recursive: true, force: true }) };
  }
  const server = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  return {
    directory,
    url: `${server}/${name}`,
    drop: async () => {
      await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The database of a place as one text: SQLite's files as they are, PostgreSQL's rows. */
export async function everythingStored({ directory, url }: Pick<Place, 'directory' | 'url'>): Promise<string> {
  if (url === undefined)
    return ['velocius.db', 'velocius.db-wal'].map((file) => readFileSync(join(directory, file), 'utf8')).join();
  return everyRowOf(url);
}

/** Every row there is, as one text: what was deleted is not in it, as it may be in SQLite's files. */
export async function everyRow({ directory, url }: Pick<Place, 'directory' | 'url'>): Promise<string> {
  if (url !== undefined) return everyRowOf(url);
  const database = new DatabaseSync(join(directory, 'velocius.db'), { readOnly: true });
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  const texts = tables.map(({ name }) => JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()));
  database.close();
  return texts.join();
}

async function everyRowOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`);
  const texts: string[] = [];
  for (const { table_name: table } of tables.rows)
    texts.push(JSON.stringify((await client.query(`SELECT * FROM "${table}"`)).rows));
  await client.end();
  return texts.join();
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}
