import type { Reader, Tx } from '../database.ts';

/** A condition of a stage, looked at for one execution. Times in milliseconds. */
export interface ConditionRow {
  readonly sequence: number;
  readonly id: string;
  readonly executionId: string;
  readonly stage: string;
  readonly hook: 'beforeEntry' | 'onSuccess' | 'onFailure';
  readonly status: ConditionStatus;
  readonly summary: string | null;
  readonly started: number;
  readonly updated: number;
}

/** Failed: a rule has not passed. Errored: a rule could not be evaluated. */
export type ConditionStatus =
  | 'InProgress'
  | 'Succeeded'
  | 'Failed'
  | 'Errored'
  | 'Cancelled'
  | 'Abandoned'
  | 'Overridden';

const COLUMNS = 'sequence, id, execution_id AS "executionId", stage, hook, status, summary, started, updated';

export type NewCondition = Pick<ConditionRow, 'id' | 'executionId' | 'stage' | 'hook' | 'started'> & {
  readonly pipelineId: string;
  /** Of an execution that has no part in the state of the pipeline. */
  readonly parallel: boolean;
};

export async function insertCondition(tx: Tx, row: NewCondition): Promise<void> {
  await tx.run(
    `INSERT INTO condition_executions (id, pipeline_id, execution_id, stage, hook, parallel, status, started, updated)
     VALUES ($1, $2, $3, $4, $5, $6, 'InProgress', $7, $7)`,
    [row.id, row.pipelineId, row.executionId, row.stage, row.hook, row.parallel ? 1 : 0, row.started],
  );
}

/** The conditions that count of an execution in a stage, oldest first: those that a retry has set aside are history. */
export function conditionsInStage(reader: Reader, executionId: string, stage: string): Promise<ConditionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM condition_executions WHERE execution_id = $1 AND stage = $2 AND set_aside = 0 ORDER BY sequence`,
    [executionId, stage],
  );
}

/** The last that was looked at, PARALLEL executions aside. */
export function latestCondition(
  reader: Reader,
  { pipelineId, stage, hook }: { readonly pipelineId: string; readonly stage: string; readonly hook: string },
): Promise<ConditionRow | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM condition_executions WHERE pipeline_id = $1 AND stage = $2 AND hook = $3 AND parallel = 0
     ORDER BY sequence DESC LIMIT 1`,
    [pipelineId, stage, hook],
  );
}

export async function endCondition(
  tx: Tx,
  id: string,
  end: { readonly status: ConditionStatus; readonly summary?: string | undefined; readonly now: number },
): Promise<void> {
  await tx.run('UPDATE condition_executions SET status = $2, summary = $3, updated = $4 WHERE id = $1', [
    id,
    end.status,
    end.summary ?? null,
    end.now,
  ]);
}

/** It no longer counts: it will be looked at anew. */
export async function setConditionAside(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE condition_executions SET set_aside = 1 WHERE id = $1', [id]);
}
