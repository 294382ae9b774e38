import type { Reader, Tx } from '../database.ts';

/** A stage of one execution, from the moment the execution entered it. */
export interface StageExecutionRow {
  readonly executionId: string;
  readonly stage: string;
  readonly status: StageStatus;
  readonly autoRetries: number;
  readonly manualRetries: number;
  readonly latestRetry: RetryTrigger | null;
  readonly entered: number;
  readonly updated: number;
}

export type RetryTrigger = 'AutomatedStageRetry' | 'ManualStageRetry';

export type StageStatus = 'InProgress' | 'Stopping' | 'Stopped' | 'Succeeded' | 'Failed' | 'Cancelled' | 'Skipped';

const COLUMNS = `execution_id AS "executionId", stage, status, auto_retries AS "autoRetries", manual_retries AS "manualRetries",
  latest_retry AS "latestRetry", entered, updated`;

export interface StageEntry {
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  /** Of an execution that holds no locks, and has no part in the state of the pipeline. */
  readonly parallel: boolean;
}

export async function enterStage(tx: Tx, entry: StageEntry, now: number): Promise<void> {
  tx.post(
    `INSERT INTO stage_executions (pipeline_id, execution_id, stage, parallel, status, entered, updated)
     VALUES ($1, $2, $3, $4, 'InProgress', $5, $5)
     ON CONFLICT (execution_id, stage) DO UPDATE SET status = excluded.status, updated = excluded.updated`,
    [entry.pipelineId, entry.executionId, entry.stage, entry.parallel ? 1 : 0, now],
  );
}

/** Counts a retry, and marks the stage as running again. */
export async function countRetry(
  tx: Tx,
  executionId: string,
  stage: string,
  retry: { readonly trigger: RetryTrigger; readonly now: number },
): Promise<void> {
  const counter = retry.trigger === 'AutomatedStageRetry' ? 'auto_retries' : 'manual_retries';
  await tx.run(
    `UPDATE stage_executions SET ${counter} = ${counter} + 1, latest_retry = $3, status = 'InProgress', updated = $4
     WHERE execution_id = $1 AND stage = $2`,
    [executionId, stage, retry.trigger, retry.now],
  );
}

export function findStageExecution(
  reader: Reader,
  executionId: string,
  stage: string,
): Promise<StageExecutionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM stage_executions WHERE execution_id = $1 AND stage = $2`, [
    executionId,
    stage,
  ]);
}

export async function setStageStatus(
  tx: Tx,
  executionId: string,
  stage: string,
  status: StageStatus,
  now: number,
): Promise<void> {
  tx.post('UPDATE stage_executions SET status = $3, updated = $4 WHERE execution_id = $1 AND stage = $2', [
    executionId,
    stage,
    status,
    now,
  ]);
}

/** The execution that was last to enter a stage, PARALLEL ones aside. */
export function latestInStage(
  reader: Reader,
  pipelineId: string,
  stage: string,
): Promise<StageExecutionRow | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM stage_executions WHERE pipeline_id = $1 AND stage = $2 AND parallel = 0 ORDER BY sequence DESC LIMIT 1`,
    [pipelineId, stage],
  );
}
