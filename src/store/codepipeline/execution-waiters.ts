import type { Reader, Tx } from '../database.ts';

/** Work to schedule when an execution has ended. */
export interface Waiter {
  readonly kind: string;
  readonly key: string;
}

export async function addWaiter(tx: Tx, executionId: string, { kind, key }: Waiter): Promise<void> {
  await tx.run(
    `INSERT INTO execution_waiters (execution_id, kind, key) VALUES ($1, $2, $3)
     ON CONFLICT (execution_id, kind, key) DO NOTHING`,
    [executionId, kind, key],
  );
}

export function waitersOf(reader: Reader, executionId: string): Promise<Waiter[]> {
  return reader.all('SELECT kind, key FROM execution_waiters WHERE execution_id = $1', [executionId]);
}

/** They are told now, and need not be told again. */
export function takeWaiters(tx: Tx, executionId: string): Promise<Waiter[]> {
  return tx.all('DELETE FROM execution_waiters WHERE execution_id = $1 RETURNING kind, key', [executionId]);
}

/** Those of all executions of a pipeline, which is about to go. */
export function takeWaitersOfPipeline(tx: Tx, pipelineId: string): Promise<Waiter[]> {
  return tx.all(
    `DELETE FROM execution_waiters WHERE execution_id IN (SELECT id FROM executions WHERE pipeline_id = $1)
     RETURNING kind, key`,
    [pipelineId],
  );
}
