import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Log, silentLog } from '../../kernel/log.ts';
import { runDeeds } from '../after-commit.ts';
import type { Database, Reader, SqlValue, Tx } from '../database.ts';
import { isLostConnection, PatientPool } from './patient-pool.ts';
import { queryOnce } from './postgres-connection.ts';
import { reader } from './postgres-query.ts';
import { PostgresTransaction } from './postgres-transaction.ts';
import { type Channel, KEPT_ALIVE, PostgresWakes } from './postgres-wakes.ts';
import { SharedTransactions, type Work, workTogether } from './shared-transactions.ts';
import type { Answer } from './statement-group.ts';

/** What several nodes share: row locks, named prepared statements, LISTEN/NOTIFY for wake-ups. */
const MAX_ATTEMPTS = 5;
/** Serialization failure and deadlock: the transaction did nothing and may run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const RETRY_AFTER_MS = 10;
/** Work that shares a transaction waits no longer for what another server has locked: the others in it would wait, too. */
const MOST_WAITING_FOR_LOCKS_MS = 500;

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface PostgresOptions {
  readonly connections?: number;
  /** Hears when the database goes away, and comes back. */
  readonly log?: Log;
  /** Aborted when there is no time to wait for a database that is away. */
  readonly hurry?: AbortSignal;
}

export async function openPostgres(
  url: string,
  { connections = 8, log = silentLog, hurry }: PostgresOptions = {},
): Promise<Database> {
  const pool = new pg.Pool({
    ...KEPT_ALIVE,
    connectionString: url,
    max: connections,
    application_name: 'velocius',
  });
  // A connection that breaks says so to whoever uses it; unheard, its 'error' event would end the process. A new one is made.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    return new PostgresDatabase(new PatientPool(pool, log, hurry), await hear(url, 'velocius_wake'), () =>
      hear(url, 'velocius_tell'),
    );
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
  readonly #pool: PatientPool;
  readonly #wakes: PostgresWakes;
  readonly #hearLines: () => Promise<PostgresWakes>;
  readonly #shared: SharedTransactions;
  /** From the first who watches on. */
  #lines: Promise<PostgresWakes> | undefined;
  #closed = false;

  constructor(pool: PatientPool, wakes: PostgresWakes, hearLines: () => Promise<PostgresWakes>) {
    this.#pool = pool;
    this.#wakes = wakes;
    this.#hearLines = hearLines;
    this.#shared = new SharedTransactions({
      together: (works) => this.#together(works),
      alone: (work) => this.write(work),
      // All whom one transaction has set going ask in the same turn of the loop.
      gather: setImmediate,
    });
  }

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#transaction(work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetryable(error)) throw error instanceof BrokenOff ? error.cause : error;
        await delay(RETRY_AFTER_MS * attempt);
      }
    }
  }

  writeAbout<T>(subject: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#shared.write(subject, work);
  }

  async read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return work(reader((text, parameters) => this.#query(text, parameters)));
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

  async #together(works: readonly Work[]): Promise<readonly unknown[] | undefined> {
    let isWorkedOut = false;
    try {
      return await this.#transaction(async (tx) => {
        tx.post(`SET LOCAL lock_timeout = ${MOST_WAITING_FOR_LOCKS_MS}`);
        const answers = await workTogether(works, tx);
        isWorkedOut = true;
        return answers;
      });
    } catch (error) {
      // Lost in COMMIT, nobody knows whether it stands; said by the database itself, it does not.
      if (isWorkedOut && isLostConnection(error) && !(error instanceof BrokenOff)) throw error;
      return undefined;
    }
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.#pool.take();
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

  /** What only reads may be asked again. */
  async #query(text: string, parameters?: readonly SqlValue[]): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const client = await this.#pool.take();
      try {
        return await queryOnce(client, text, parameters);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isLostConnection(error)) throw error;
      }
    }
  }
}

/** The connection broke before COMMIT was sent: nothing of the transaction stands. */
class BrokenOff extends Error {}

/** A connection on which even ROLLBACK fails is broken and thrown away. */
async function undo(client: pg.PoolClient, transaction: PostgresTransaction, error: unknown): Promise<unknown> {
  try {
    const cause = await transaction.undo(error);
    client.release();
    return cause;
  } catch (broken) {
    client.release(broken instanceof Error ? broken : true);
    return transaction.committing ? error : new BrokenOff(undefined, { cause: error });
  }
}

function isRetryable(error: unknown): boolean {
  if (error instanceof BrokenOff) return true;
  return error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));
}
