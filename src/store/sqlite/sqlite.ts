import { DatabaseSync } from 'node:sqlite';
import { runDeeds } from '../after-commit.ts';
import type { Database, Reader, Tx } from '../database.ts';
import { WakeListeners } from '../wake-listeners.ts';
import { lockDatabase } from './sqlite-lock.ts';
import { Statements } from './sqlite-statements.ts';

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

/** A command that ran in its savepoint and waits for the COMMIT. */
interface Finished {
  readonly command: Command;
  readonly result: unknown;
  readonly after: AfterCommit;
}

/** What is heard and done once a command stands. */
interface AfterCommit {
  readonly topics: string[];
  readonly lines: string[];
  readonly deeds: (() => void)[];
}

interface Running {
  ended: boolean;
  /** Of what was posted. */
  readonly failures: unknown[];
  /** What runs before its end. */
  readonly last: (() => void)[];
}

export function openSqlite(path: string): Database {
  const lock = lockDatabase(path);
  try {
    const writer = open(path);
    const reader = open(path);
    reader.exec('PRAGMA query_only = ON');
    return new SqliteDatabase({ writer, reader, lock });
  } catch (error) {
    lock.close();
    throw error;
  }
}

function open(path: string): DatabaseSync {
  const connection = new DatabaseSync(path, { timeout: 2000 });
  connection.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY',
  );
  return connection;
}

interface Connections {
  readonly writer: DatabaseSync;
  readonly reader: DatabaseSync;
  readonly lock: DatabaseSync;
}

class SqliteDatabase implements Database {
  readonly dialect = 'sqlite' as const;
  readonly #connections: Connections;
  readonly #writing: Statements;
  readonly #reading: Statements;
  readonly #listeners = new WakeListeners();
  readonly #watchers = new WakeListeners();
  readonly #queue: Command[] = [];
  #draining: Promise<void> | undefined;
  #closed = false;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#writing = new Statements(connections.writer);
    this.#reading = new Statements(connections.reader);
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The database is closed'));
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Everything gathers into groups here, one after the other in each. */
  writeAbout<T>(_subject: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.write(work);
  }

  read<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('The database is closed'));
    return work(this.#reading);
  }

  onWake(listener: (topic: string) => void): () => void {
    return this.#listeners.add(listener);
  }

  async onTold(listener: (line: string) => void): Promise<() => void> {
    return this.#watchers.add(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#draining;
    this.#connections.reader.close();
    this.#connections.writer.close();
    this.#connections.lock.close();
  }

  async #drain(): Promise<void> {
    do {
      // A turn of the event loop per group: commands gather, and neither sockets nor timers starve behind busy writers.
      await new Promise(setImmediate);
      await this.#commitGroup();
    } while (this.#queue.length > 0);
    this.#draining = undefined;
  }

  async #commitGroup(): Promise<void> {
    const commands = this.#queue.splice(0, MAX_GROUP);
    const finished: Finished[] = [];
    const { writer } = this.#connections;
    try {
      writer.exec('BEGIN IMMEDIATE');
      for (const command of commands) {
        const done = await this.#runInSavepoint(command);
        if (done !== undefined) finished.push(done);
      }
      writer.exec('COMMIT');
    } catch (error) {
      if (writer.isTransaction) writer.exec('ROLLBACK');
      // Nothing of the group stands. To reject again what was already rejected has no effect.
      for (const command of commands) command.reject(error);
      return;
    }
    for (const { command, result } of finished) command.resolve(result);
    runDeeds(finished.flatMap(({ after }) => after.deeds));
    this.#listeners.announce(new Set(finished.flatMap(({ after }) => after.topics)));
    this.#watchers.announce(finished.flatMap(({ after }) => after.lines));
  }

  /** Undefined when the command failed, which undoes it alone. Throws when the whole transaction is gone. */
  async #runInSavepoint(command: Command): Promise<Finished | undefined> {
    const after: AfterCommit = { topics: [], lines: [], deeds: [] };
    const running: Running = { ended: false, failures: [], last: [] };
    this.#writing.runNow('SAVEPOINT command');
    try {
      const result = await command.work(this.#tx(running, after));
      for (const deed of running.last) deed();
      running.ended = true;
      if (running.failures.length > 0) throw running.failures[0];
      this.#writing.runNow('RELEASE command');
      return { command, result, after };
    } catch (error) {
      running.ended = true;
      command.reject(running.failures[0] ?? error);
      this.#writing.runNow('ROLLBACK TO command');
      this.#writing.runNow('RELEASE command');
      return undefined;
    }
  }

  #tx(running: Running, after: AfterCommit): Tx {
    const statements = (): Statements => {
      if (running.ended) throw new Error('The transaction has ended: something in it was not awaited');
      return this.#writing;
    };
    return {
      dialect: 'sqlite',
      all: async (text, parameters) => statements().all(text, parameters),
      get: async (text, parameters) => statements().get(text, parameters),
      run: async (text, parameters) => statements().run(text, parameters),
      post: (text, parameters, answered) => {
        try {
          if (answered === undefined) statements().runNow(text, parameters);
          else answered(statements().getNow(text, parameters));
        } catch (error) {
          running.failures.push(error);
        }
      },
      beforeCommit: (deed) => running.last.push(deed),
      tell: (line) => after.lines.push(line),
      wake: (topic) => after.topics.push(topic),
      afterCommit: (deed) => after.deeds.push(deed),
    };
  }
}
