import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, SqlValue } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { type Bucket, insertBucket } from '../../src/store/s3/buckets.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { ACCOUNT, REGION } from './server.ts';

/** A database that all servers of a story share, and an eye that sees what is committed. */
export interface Place {
  readonly shared: Database;
  readonly eye: Eye;
  close(): Promise<void>;
}

export interface Eye {
  all<Row>(text: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
}

/** Memory that looks like a disk, where there is one: what survives is what was committed, and a crash of the machine is not simulated. */
const DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export async function sqlitePlace(): Promise<Place> {
  const directory = mkdtempSync(join(DISK, 'velocius-simulation-'));
  const path = join(directory, 'velocius.db');
  copyFileSync(await template(), path);
  const shared = openSqlite(path);
  const connection = new DatabaseSync(path);
  return {
    shared,
    eye: eyeOf(connection),
    close: async () => {
      connection.close();
      await shared.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function eyeOf(connection: DatabaseSync): Eye {
  const statements = new Map<string, StatementSync>();
  return {
    all: async <Row>(text: string, parameters: readonly SqlValue[] = []) => {
      const statement = statements.get(text) ?? connection.prepare(text.replaceAll('$', '?'));
      statements.set(text, statement);
      return statement.all(...parameters) as Row[];
    },
  };
}

let made: Promise<string> | undefined;

/** An empty database with the schema, made once per process. */
function template(): Promise<string> {
  made ??= makeTemplate();
  return made;
}

async function makeTemplate(): Promise<string> {
  const directory = mkdtempSync(join(DISK, 'velocius-template-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, 'velocius.db');
  const database = openSqlite(path);
  await furnish(database);
  await database.close();
  return path;
}

/** Where the pipelines of all stories keep their artifacts. */
const ARTIFACTS: Bucket = {
  name: 'artifacts',
  account: ACCOUNT,
  region: REGION,
  created: 0,
  versioning: null,
  events: 0,
};

/** What every story finds. */
export async function furnish(database: Database): Promise<void> {
  await migrate(database, MIGRATIONS);
  await database.write((tx) => insertBucket(tx, ARTIFACTS));
}
