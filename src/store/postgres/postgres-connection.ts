import type pg from 'pg';
import type { SqlValue } from '../database.ts';
import { PreparedStatements } from './prepared-statements.ts';
import { type Answer, type Statement, StatementGroup } from './statement-group.ts';

const prepared = new WeakMap<pg.ClientBase, PreparedStatements>();

/** Sends statements over one connection: what is asked for at the same time, and what was posted before, in one group. */
export class PostgresConnection {
  readonly #client: pg.ClientBase;
  readonly #prepared: PreparedStatements;
  #waiting: Statement[] = [];
  #going = false;
  #busy = false;

  constructor(client: pg.ClientBase) {
    this.#client = client;
    this.#prepared = prepared.get(client) ?? new PreparedStatements();
    prepared.set(client, this.#prepared);
  }

  /** Goes out when its caller awaits. */
  send(text: string, parameters: readonly SqlValue[] = []): Promise<Answer> {
    const answer = this.post(text, parameters);
    if (!this.#going) {
      this.#going = true;
      queueMicrotask(() => this.#go());
    }
    return answer;
  }

  /** Goes out with the next one that is sent. */
  post(text: string, parameters: readonly SqlValue[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => this.#waiting.push({ text, parameters, resolve, reject }));
  }

  #go(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#going = false;
    this.#client.query(new StatementGroup(this.#waiting.splice(0), this.#prepared, () => this.#over()));
  }

  #over(): void {
    this.#busy = false;
    if (this.#going) this.#go();
  }
}

/** One statement on a connection of the pool, which it gives back. */
export function queryOnce(client: pg.PoolClient, text: string, parameters?: readonly SqlValue[]): Promise<Answer> {
  return new PostgresConnection(client).send(text, parameters).finally(() => client.release());
}
