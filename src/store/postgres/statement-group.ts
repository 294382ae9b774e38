import type pg from 'pg';
import type { SqlValue } from '../database.ts';
import {
  type Column,
  columnsOf,
  type Field,
  type PreparedStatement,
  type PreparedStatements,
} from './prepared-statements.ts';

export interface Answer {
  readonly rows: readonly object[];
  /** What was done, such as INSERT. */
  readonly command: string;
  /** How many rows were changed, or read. */
  readonly count: number;
}

export interface Statement {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** What every statement after one that failed is told: it says nothing of the cause. */
export const IN_FAILED_TRANSACTION = '25P02';

/**
 * Statements that go to the database in one piece and are answered in one, each by its name there. The driver's own queries ask for
 * an answer each, and for their columns each time: with many servers on few processors most of the time goes into waking each other.
 * The messages are those of https://www.postgresql.org/docs/15/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY, with one Sync for all:
 * after a statement that fails the database passes over the rest. The methods are called by `pg.Client`.
 */
export class StatementGroup implements pg.Submittable {
  readonly #statements: readonly Statement[];
  readonly #prepared: PreparedStatements;
  readonly #over: () => void;
  readonly #answers: Answer[] = [];
  #columns: readonly Column[] | undefined;
  #rows: object[] = [];

  constructor(statements: readonly Statement[], prepared: PreparedStatements, over: () => void) {
    this.#statements = statements;
    this.#prepared = prepared;
    this.#over = over;
  }

  submit(connection: pg.Connection): void {
    connection.stream.cork();
    for (const { text, parameters } of this.#statements) {
      const prepared = this.#prepared.of(text);
      if (prepared.state === 'doubtful') connection.close({ type: 'S', name: prepared.name }, true);
      if (prepared.state === 'new' || prepared.state === 'doubtful') {
        connection.parse({ name: prepared.name, text, types: [] }, true);
        prepared.state = 'sent';
        prepared.columns = undefined;
      }
      connection.bind({ statement: prepared.name, values: parameters.map(wireValue) }, true);
      if (prepared.columns === undefined) connection.describe({ type: 'P' }, true);
      connection.execute(null, true);
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    this.#columns = columnsOf(fields);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#columns ??= this.#current?.columns ?? [];
    const row: Record<string, unknown> = {};
    for (const [index, { name, parse }] of this.#columns.entries()) {
      const text = fields[index] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    this.#rows.push(row);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const prepared = this.#current;
    if (prepared !== undefined) {
      prepared.state = 'known';
      prepared.columns ??= this.#columns ?? [];
    }
    const words = text.split(' ');
    this.#answers.push({ rows: this.#rows, command: words[0] ?? '', count: Number(words.at(-1)) || 0 });
    this.#rows = [];
    this.#columns = undefined;
  }

  /** Also when the connection breaks, then perhaps before anything was sent. */
  handleError(error: unknown): void {
    const failed = this.#answers.length;
    for (const { text } of this.#statements.slice(failed)) {
      const prepared = this.#prepared.of(text);
      if (prepared.state === 'sent' || text === this.#statements[failed]?.text) prepared.state = 'doubtful';
    }
    this.#settle(error);
  }

  handleReadyForQuery(): void {
    this.#settle(new Error('The database did not answer a statement'));
  }

  get #current(): PreparedStatement | undefined {
    const statement = this.#statements[this.#answers.length];
    return statement && this.#prepared.of(statement.text);
  }

  #settle(error: unknown): void {
    this.#over();
    const failed = this.#answers.length;
    for (const [index, { resolve, reject }] of this.#statements.entries()) {
      const answer = this.#answers[index];
      if (answer !== undefined) resolve(answer);
      else reject(index === failed ? error : passedOver());
    }
  }
}

function passedOver(): Error {
  return Object.assign(new Error('A statement before this one failed'), { code: IN_FAILED_TRANSACTION });
}

/** As text, but for bytes. PostgreSQL keeps every character but NUL, and whoever sends it must not break anything. */
function wireValue(value: SqlValue): string | Buffer | null {
  if (value === null) return null;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\u{FFFD}') : value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
