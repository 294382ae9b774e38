import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Reader, SqlValue, Tx } from './database.ts';
import { WakeListeners } from './wake-listeners.ts';

/**
 * SQLite in WAL mode with synchronous=FULL. Group commit makes that affordable: all commands that arrive while the writer is
 * free to take them share one BEGIN..COMMIT, a savepoint each, and are acknowledged together after the COMMIT.
 */
const MAX_GROUP = 256;

interface Command {
  readonly work: (tx: Tx) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Finished {
  readonly command: Command;
  readonly result: unknown;
  readonly topics: readonly string[];
  readonly deeds: readonly (() => void)[];
}

export function openSqlite(path: string): Database {
  const lock = lockFile(path);
  const writer = open(path);
  const reader = open(path);
  reader.exec('PRAGMA query_only = ON');
  return new SqliteDatabase(writer, reader, lock);
}

function open(path: string): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: 2000 });
  connection.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY',
  );
  return connection;
}

/**
 * A second server on the same file is refused by a second database beside it that the first keeps locked: the operating system
 * drops that lock when the process dies, however it dies.
 */
function lockFile(path: string): DatabaseSync {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new DatabaseInUse(path);
  }
  return lock;
}

export class DatabaseInUse extends Error {
  constructor(path: string) {
    super(`${path} is in use by another velocius server. Stop it, or choose another directory with --data.`);
    this.name = 'DatabaseInUse';
  }
}

class Statements implements Reader {
  readonly dialect = 'sqlite' as const;
  readonly #connection: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
  }

  // Async although SQLite answers at once: a rejected promise, never a synchronous throw, on both databases.
  async all<Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.prepare(text).all(bind(parameters)) as Row[];
  }

  async get<Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row | undefined> {
    return this.prepare(text).get(bind(parameters)) as Row | undefined;
  }

  async run(text: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return Number(this.prepare(text).run(bind(parameters)).changes);
  }

  prepare(text: string): StatementSync {
    let statement = this.#prepared.get(text);
    if (statement === undefined) {
      statement = this.#connection.prepare(text);
      this.#prepared.set(text, statement);
    }
    return statement;
  }
}

/** `$1`, `$2` are names to SQLite: they are bound by name, so that one may be used twice as on PostgreSQL. */
function bind(parameters: readonly SqlValue[]): Record<string, SqlValue> {
  const named: Record<string, SqlValue> = {};
  for (let index = 0; index < parameters.length; index += 1) named[index + 1] = parameters[index] ?? null;
  return named;
}

class SqliteDatabase implements Database {
  readonly dialect = 'sqlite' as const;
  readonly #writer: DatabaseSync;
  readonly #readerConnection: DatabaseSync;
  readonly #lock: DatabaseSync;
  readonly #statements: Statements;
  readonly #reader: Statements;
  readonly #listeners = new WakeListeners();
  readonly #queue: Command[] = [];
  #draining: Promise<void> | undefined;
  #closed = false;

  constructor(writer: DatabaseSync, reader: DatabaseSync, lock: DatabaseSync) {
    this.#writer = writer;
    this.#lock = lock;
    this.#readerConnection = reader;
    this.#statements = new Statements(writer);
    this.#reader = new Statements(reader);
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The database is closed'));
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The database is closed'));
    return work(this.#reader);
  }

  onWake(listener: (topic: string) => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
    this.#readerConnection.close();
    this.#writer.close();
    this.#lock.close();
  }

  async #drain(): Promise<void> {
    await new Promise(setImmediate);
    while (this.#queue.length > 0) await this.#commitGroup();
    this.#draining = undefined;
  }

  async #commitGroup(): Promise<void> {
    const finished: Finished[] = [];
    try {
      this.#writer.exec('BEGIN IMMEDIATE');
      while (this.#queue.length > 0 && finished.length < MAX_GROUP) {
        const command = this.#queue.shift();
        if (command === undefined) break;
        const done = await this.#runInSavepoint(command);
        if (done !== undefined) finished.push(done);
      }
      this.#writer.exec('COMMIT');
    } catch (error) {
      if (this.#writer.isTransaction) this.#writer.exec('ROLLBACK');
      for (const { command } of finished) command.reject(error);
      // BEGIN itself failed: nothing ran, and whoever waits must hear of it rather than wait for ever.
      if (finished.length === 0) for (const command of this.#queue.splice(0)) command.reject(error);
      return;
    }
    for (const { command, result } of finished) command.resolve(result);
    for (const { deeds } of finished) for (const deed of deeds) deed();
    this.#listeners.announce(new Set(finished.flatMap(({ topics }) => topics)));
  }

  async #runInSavepoint(command: Command): Promise<Finished | undefined> {
    const topics: string[] = [];
    const deeds: (() => void)[] = [];
    const statements = this.#statements;
    const tx: Tx = {
      dialect: 'sqlite',
      all: (text, parameters) => statements.all(text, parameters),
      get: (text, parameters) => statements.get(text, parameters),
      run: (text, parameters) => statements.run(text, parameters),
      wake: (topic) => topics.push(topic),
      afterCommit: (deed) => deeds.push(deed),
    };
    statements.prepare('SAVEPOINT command').run();
    try {
      const result = await command.work(tx);
      statements.prepare('RELEASE command').run();
      return { command, result, topics, deeds };
    } catch (error) {
      statements.prepare('ROLLBACK TO command').run();
      statements.prepare('RELEASE command').run();
      command.reject(error);
      return undefined;
    }
  }
}
