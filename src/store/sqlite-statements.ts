import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Reader, SqlValue } from './database.ts';

/** Prepared statements of one connection, each prepared once. */
export class Statements implements Reader {
  readonly dialect = 'sqlite' as const;
  readonly #connection: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
  }

  // Async although SQLite answers at once: a rejected promise, never a synchronous throw, on both databases.
  async all<Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return this.#prepare(text).all(bind(parameters)) as Row[];
  }

  async get<Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row | undefined> {
    return this.#prepare(text).get(bind(parameters)) as Row | undefined;
  }

  async run(text: string, parameters: readonly SqlValue[] = []): Promise<number> {
    return Number(this.#prepare(text).run(bind(parameters)).changes);
  }

  /** For statements about the transaction itself, which nobody waits for. */
  runNow(text: string): void {
    this.#prepare(text).run();
  }

  #prepare(text: string): StatementSync {
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
