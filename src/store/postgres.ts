import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { runDeeds } from './after-commit.ts';
import type { Database, Reader, SqlValue, Tx } from './database.ts';
import { notify, PostgresWakes } from './postgres-wakes.ts';

/** What several nodes share: row locks, named prepared statements, LISTEN/NOTIFY for wake-ups. */
const MAX_ATTEMPTS = 5;
/** Serialization failure and deadlock: the transaction did nothing and may run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const RETRY_AFTER_MS = 10;

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export async function openPostgres(url: string, connections = 16): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'velocius' });
  // A connection that breaks says so to whoever uses it; unheard, its 'error' event would end the process. A new one is made.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const wakes = new PostgresWakes(url);
  try {
    await wakes.listen();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresDatabase(pool, wakes);
}

class PostgresDatabase implements Database {
  readonly dialect = 'postgres' as const;
  readonly #pool: pg.Pool;
  readonly #wakes: PostgresWakes;
  #closed = false;

  constructor(pool: pg.Pool, wakes: PostgresWakes) {
    this.#pool = pool;
    this.#wakes = wakes;
  }

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#transaction(work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
        await delay(RETRY_AFTER_MS * attempt);
      }
    }
  }

  async read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(reader(this.#pool));
  }

  onWake(listener: (topic: string) => void): () => void {
    return this.#wakes.add(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#wakes.close();
    await this.#pool.end();
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    const topics = new Set<string>();
    const deeds: (() => void)[] = [];
    let result: T;
    try {
      await client.query('BEGIN');
      result = await work(transaction(client, topics, deeds));
      await notify(client, topics);
      await client.query('COMMIT');
    } catch (error) {
      await undo(client);
      throw error;
    }
    client.release();
    runDeeds(deeds);
    return result;
  }
}

function transaction(client: pg.ClientBase, topics: Set<string>, deeds: (() => void)[]): Tx {
  return {
    ...reader(client),
    run: async (text, parameters) => (await query(client, text, parameters)).rowCount ?? 0,
    wake: (topic) => topics.add(topic),
    afterCommit: (deed) => deeds.push(deed),
  };
}

/** A connection on which even ROLLBACK fails is broken and thrown away. */
async function undo(client: pg.PoolClient): Promise<void> {
  await client.query('ROLLBACK').then(
    () => client.release(),
    (broken: Error) => client.release(broken),
  );
}

function reader(connection: pg.Pool | pg.ClientBase): Reader {
  return {
    dialect: 'postgres',
    all: async <Row>(text: string, parameters?: readonly SqlValue[]) =>
      (await query(connection, text, parameters)).rows as Row[],
    get: async <Row>(text: string, parameters?: readonly SqlValue[]) =>
      (await query(connection, text, parameters)).rows[0] as Row | undefined,
  };
}

function query(connection: pg.Pool | pg.ClientBase, text: string, parameters: readonly SqlValue[] = []) {
  return connection.query({ name: statementName(text), text, values: parameters.map(keepable) });
}

/** PostgreSQL keeps every character but this one, and whoever sends it must not break anything. */
function keepable(value: SqlValue): SqlValue {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u{FFFD}') : value;
}

const names = new Map<string, string>();

function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('hex');
    names.set(text, name);
  }
  return name;
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));
}
