import type { Reader, Tx } from './database.ts';

/** A stage of one execution, from the moment the execution entered it. */
export interface StageExecutionRow {
  readonly executionId: string;
  readonly stage: string;
  readonly status: StageStatus;
  readonly entered: number;
  readonly updated: number;
}

export type StageStatus = 'InProgress' | 'Stopping' | 'Stopped' | 'Succeeded' | 'Failed' | 'Cancelled' | 'Skipped';

const COLUMNS = 'execution_id AS "executionId", stage, status, entered, updated';

export async function enterStage(
  tx: Tx,
  pipelineId: string,
  executionId: string,
  stage: string,
  now: number,
): Promise<void> {
  await tx.run(
    `INSERT INTO stage_executions (pipeline_id, execution_id, stage, status, entered, updated)
     VALUES ($1, $2, $3, 'InProgress', $4, $4)
     ON CONFLICT (execution_id, stage) DO UPDATE SET status = excluded.status, updated = excluded.updated`,
    [pipelineId, executionId, stage, now],
  );
}

export async function setStageStatus(
  tx: Tx,
  executionId: string,
  stage: string,
  status: StageStatus,
  now: number,
): Promise<void> {
  await tx.run('UPDATE stage_executions SET status = $3, updated = $4 WHERE execution_id = $1 AND stage = $2', [
    executionId,
    stage,
    status,
    now,
  ]);
}

/** The execution that was last to enter a stage. */
export function latestInStage(
  reader: Reader,
  pipelineId: string,
  stage: string,
): Promise<StageExecutionRow | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM stage_executions WHERE pipeline_id = $1 AND stage = $2 ORDER BY sequence DESC LIMIT 1`,
    [pipelineId, stage],
  );
}
