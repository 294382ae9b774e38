import type pg from 'pg';
import type { SqlValue, Tx } from '../database.ts';
import { PostgresConnection } from './postgres-connection.ts';
import { reader } from './postgres-query.ts';
import { notifications } from './postgres-wakes.ts';
import { IN_FAILED_TRANSACTION } from './statement-group.ts';

/**
 * One transaction on one connection, which sends a statement without waiting for the answers to those before it: BEGIN goes out with
 * the first statement, what is posted with the next one, and COMMIT with what was posted last.
 */
export class PostgresTransaction {
  readonly deeds: (() => void)[] = [];
  readonly tx: Tx;
  readonly #connection: PostgresConnection;
  readonly #topics = new Set<string>();
  readonly #lines = new Set<string>();
  readonly #last: (() => void)[] = [];
  readonly #posted: Promise<unknown>[] = [];
  #committing = false;

  constructor(client: pg.ClientBase) {
    const connection = new PostgresConnection(client);
    this.#connection = connection;
    this.#post('BEGIN');
    this.tx = {
      ...reader((text, parameters) => connection.send(text, parameters)),
      run: async (text, parameters) => (await connection.send(text, parameters)).count,
      post: (text, parameters, answered) => this.#post(text, parameters, answered),
      beforeCommit: (deed) => this.#last.push(deed),
      tell: (line) => this.#lines.add(line),
      wake: (topic) => this.#topics.add(topic),
      afterCommit: (deed) => this.deeds.push(deed),
    };
  }

  /** COMMIT may have been sent: whether it was done is unknown until it is answered. */
  get committing(): boolean {
    return this.#committing;
  }

  async commit(): Promise<void> {
    for (const deed of this.#last) deed();
    const wakes = notifications('velocius_wake', this.#topics);
    const told = notifications('velocius_tell', this.#lines);
    for (const { text, parameters } of [...wakes, ...told]) this.#post(text, parameters);
    this.#committing = true;
    const [{ command }] = await Promise.all([this.#connection.send('COMMIT'), ...this.#posted]);
    // PostgreSQL answers so when a statement has failed, whoever has looked away from that.
    if (command !== 'COMMIT') throw new Error('A statement failed, so that the transaction could not be committed');
  }

  /** Undone; answers what went wrong first, which need not be what was noticed first. */
  async undo(noticed: unknown): Promise<unknown> {
    await this.#connection.send('ROLLBACK');
    const answers = await Promise.allSettled(this.#posted);
    const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    return [...failures, noticed].find((failure) => !isAftermath(failure)) ?? noticed;
  }

  #post<Row>(text: string, parameters?: readonly SqlValue[], answered?: (row: Row | undefined) => void): void {
    const answer = this.#connection.post(text, parameters).then(({ rows }) => answered?.(rows[0] as Row | undefined));
    // Whoever commits hears of it.
    answer.catch(() => {});
    this.#posted.push(answer);
  }
}

function isAftermath(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === IN_FAILED_TRANSACTION;
}
