import type { AttemptInPlace } from '../../store/codepipeline/action-executions.ts';
import type { Tx } from '../../store/database.ts';

/** Attempts at actions that this node has just written down: it performs most of them at once, and need not read them back. */
export class FreshAttempts {
  readonly #rows = new Map<string, AttemptInPlace>();

  /** Keeps the attempt from the commit until the work that `schedule` asks for has begun here, or was left to others. */
  async keepWhile(tx: Tx, row: AttemptInPlace, schedule: () => Promise<void>): Promise<void> {
    tx.afterCommit(() => this.#rows.set(row.id, row));
    await schedule();
    tx.afterCommit(() => this.#rows.delete(row.id));
  }

  find(id: string): AttemptInPlace | undefined {
    return this.#rows.get(id);
  }
}
