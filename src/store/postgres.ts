import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Database, Reader, SqlValue, Tx } from './database.ts';
import { WakeListeners } from './wake-listeners.ts';

/** What several nodes share: row locks, named prepared statements, LISTEN/NOTIFY for wake-ups. */
const CHANNEL = 'velocius_wake';
const MAX_ATTEMPTS = 5;
const RETRYABLE = new Set(['40001', '40P01']);
const RECONNECT_MS = 500;

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export async function openPostgres(url: string, connections = 16): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // A pool whose idle connection breaks emits 'error'; the next query gets a new connection.
  pool.on('error', () => {});
  const database = new PostgresDatabase(pool, url);
  await database.listen();
  return database;
}

class PostgresDatabase implements Database {
  readonly dialect = 'postgres' as const;
  readonly #pool: pg.Pool;
  readonly #url: string;
  readonly #listeners = new WakeListeners();
  #listening: pg.Client | undefined;
  #closed = false;

  constructor(pool: pg.Pool, url: string) {
    this.#pool = pool;
    this.#url = url;
  }

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#transaction(work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  }

  read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(reader(this.#pool));
  }

  onWake(listener: (topic: string) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#listening?.end().catch(() => {});
    await this.#pool.end();
  }

  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('error', () => {});
    client.on('notification', ({ payload }) => this.#listeners.announce((payload ?? '').split('\n')));
    client.on('end', () => this.#relisten());
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    this.#listening = client;
  }

  #relisten(): void {
    if (this.#closed) return;
    setTimeout(() => {
      if (!this.#closed) this.listen().catch(() => this.#relisten());
    }, RECONNECT_MS).unref();
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    const topics = new Set<string>();
    const deeds: (() => void)[] = [];
    try {
      await client.query('BEGIN');
      const result = await work({
        ...reader(client),
        run: async (text, parameters) => (await query(client, text, parameters)).rowCount ?? 0,
        wake: (topic) => topics.add(topic),
        afterCommit: (deed) => deeds.push(deed),
      });
      if (topics.size > 0) await client.query('SELECT pg_notify($1, $2)', [CHANNEL, [...topics].join('\n')]);
      await client.query('COMMIT');
      client.release();
      for (const deed of deeds) deed();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  }
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
  return connection.query({ name: statementName(text), text, values: [...parameters] });
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
