import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { runDeeds } from '../after-commit.ts';
import type { Database, Reader, Tx } from '../database.ts';
import { queryOnce } from './postgres-connection.ts';
import { reader } from './postgres-query.ts';
import { PostgresTransaction } from './postgres-transaction.ts';
import { type Channel, PostgresWakes } from './postgres-wakes.ts';

/** What several nodes share: row locks, named prepared statements, LISTEN/NOTIFY for wake-ups. */
const MAX_ATTEMPTS = 5;
/** Serialization failure and deadlock: the transaction did nothing and may run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const RETRY_AFTER_MS = 10;

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export async function openPostgres(url: string, connections = 8): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'velocius',
  });
  // A connection that breaks says so to whoever uses it; unheard, its 'error' event would end the process. A new one is made.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    return new PostgresDatabase(pool, await hear(url, 'velocius_wake'), () => hear(url, 'velocius_tell'));
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function hear(url: string, channel: Channel): Promise<PostgresWakes> {
  const wakes = new PostgresWakes(url, channel);
  await wakes.listen();
  return wakes;
}

class PostgresDatabase implements Database {
  readonly dialect = 'postgres' as const;
  readonly #pool: pg.Pool;
  readonly #wakes: PostgresWakes;
  readonly #hearLines: () => Promise<PostgresWakes>;
  /** From the first who watches on. */
  #lines: Promise<PostgresWakes> | undefined;
  #closed = false;

  constructor(pool: pg.Pool, wakes: PostgresWakes, hearLines: () => Promise<PostgresWakes>) {
    this.#pool = pool;
    this.#wakes = wakes;
    this.#hearLines = hearLines;
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
    return work(reader((text, parameters) => queryOnce(this.#pool, text, parameters)));
  }

  onWake(listener: (topic: string) => void): () => void {
    return this.#wakes.add(listener);
  }

  async onTold(listener: (line: string) => void): Promise<() => void> {
    this.#lines ??= this.#hearLines();
    try {
      return (await this.#lines).add(listener);
    } catch (error) {
      this.#lines = undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#lines?.then(
      (lines) => lines.close(),
      () => {},
    );
    await this.#wakes.close();
    await this.#pool.end();
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    const transaction = new PostgresTransaction(client);
    let result: T;
    try {
      result = await work(transaction.tx);
      await transaction.commit();
    } catch (error) {
      throw await undo(client, transaction, error);
    }
    client.release();
    runDeeds(transaction.deeds);
    return result;
  }
}

/** A connection on which even ROLLBACK fails is broken and thrown away. */
async function undo(client: pg.PoolClient, transaction: PostgresTransaction, error: unknown): Promise<unknown> {
  try {
    const cause = await transaction.undo(error);
    client.release();
    return cause;
  } catch (broken) {
    client.release(broken instanceof Error ? broken : true);
    return error;
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));
}
