import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Reader, SqlValue } from '../database.ts';

/** Prepared statements of one connection, each prepared once. */
export class Statements implements Reader {
  readonly dialect = 'sqlite' as const;
  readonly #connection: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(connection: DatabaseSync) {
    this.#connection = connection;
  }

  // Async although SQLite answers at once: a rejected promise, never a synchronous throw, on both databases.
  async all<Row>(text: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    const { statement, order } = this.#prepare(text);
    return statement.all(...arrange(parameters, order)) as Row[];
  }

  async get<Row>(text: string, parameters?: readonly SqlValue[]): Promise<Row | undefined> {
    return this.getNow(text, parameters);
  }

  getNow<Row>(text: string, parameters: readonly SqlValue[] = []): Row | undefined {
    const { statement, order } = this.#prepare(text);
    return statement.get(...arrange(parameters, order)) as Row | undefined;
  }

  async run(text: string, parameters?: readonly SqlValue[]): Promise<number> {
    return this.runNow(text, parameters);
  }

  runNow(text: string, parameters: readonly SqlValue[] = []): number {
    const { statement, order } = this.#prepare(text);
    return Number(statement.run(...arrange(parameters, order)).changes);
  }

  #prepare(text: string): Prepared {
    let prepared = this.#prepared.get(text);
    if (prepared === undefined) {
      prepared = prepare(this.#connection, text);
      this.#prepared.set(text, prepared);
    }
    return prepared;
  }
}

interface Prepared {
  readonly statement: StatementSync;
  /** Which parameter belongs to each place in the statement. */
  readonly order: readonly number[];
}

/** `$1`, `$2` become places in the order in which they stand there, which are bound in half the time that names take. */
function prepare(connection: DatabaseSync, text: string): Prepared {
  const order: number[] = [];
  const placed = text.replace(/\$(\d+)/g, (_, number) => {
    order.push(Number(number) - 1);
    return '?';
  });
  return { statement: connection.prepare(placed), order };
}

function arrange(parameters: readonly SqlValue[], order: readonly number[]): SqlValue[] {
  return order.map((index) => parameters[index] ?? null);
}
