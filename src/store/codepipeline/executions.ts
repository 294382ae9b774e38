import { indexedBy, type Reader, type Tx } from '../database.ts';

/** A run of a pipeline. JSON columns hold text. Times in milliseconds. */
export interface ExecutionRow {
  /** Order in which the executions of all pipelines were started. */
  readonly sequence: number;
  readonly id: string;
  readonly pipelineId: string;
  readonly version: number;
  readonly mode: 'SUPERSEDED' | 'QUEUED' | 'PARALLEL';
  readonly status: ExecutionStatus;
  readonly statusSummary: string | null;
  readonly ending: 'none' | 'stop' | 'abandon' | 'cancel';
  /** Index of the stage it is inside or waits before. */
  readonly stage: number;
  readonly inside: number;
  readonly triggerType: string;
  readonly triggerDetail: string | null;
  readonly stopReason: string | null;
  /** `[{name, value}]`. */
  readonly variables: string;
  /** `[{actionName, revisionType, revisionValue}]`. */
  readonly overrides: string;
  /** `[{actionName, artifactName, revisionId, revisionSummary, revisionUrl, created}]`. */
  readonly sourceRevisions: string;
  readonly clientToken: string | null;
  /** A ROLLBACK runs one stage again as the execution `rollbackTarget` ran it. */
  readonly type: 'STANDARD' | 'ROLLBACK';
  readonly rollbackTarget: string | null;
  /** Index of the stage a ROLLBACK is for: it ends there. */
  readonly lastStage: number | null;
  /** From 1; a retry or an override of a condition after its end begins the next. */
  readonly attempt: number;
  /** The stage that was retried last, by hand or by itself, and when; null when none was. */
  readonly retriedStage: string | null;
  readonly retriedAt: number | null;
  readonly started: number;
  readonly updated: number;
}

export type ExecutionStatus =
  | 'InProgress'
  | 'Stopping'
  | 'Stopped'
  | 'Succeeded'
  | 'Superseded'
  | 'Failed'
  | 'Cancelled';

const COLUMNS = `sequence, id, pipeline_id AS "pipelineId", version, mode, status, status_summary AS "statusSummary", ending, stage, inside,
  trigger_type AS "triggerType", trigger_detail AS "triggerDetail", stop_reason AS "stopReason", variables, overrides,
  source_revisions AS "sourceRevisions", client_token AS "clientToken", type, rollback_target AS "rollbackTarget", last_stage AS "lastStage",
  attempt, retried_stage AS "retriedStage", retried_at AS "retriedAt", started, updated`;

export type NewExecution = Pick<
  ExecutionRow,
  | 'id'
  | 'pipelineId'
  | 'version'
  | 'mode'
  | 'stage'
  | 'triggerType'
  | 'triggerDetail'
  | 'variables'
  | 'overrides'
  | 'sourceRevisions'
  | 'clientToken'
  | 'type'
  | 'rollbackTarget'
  | 'lastStage'
  | 'started'
>;

/** An execution that waits before the given stage. */
export async function insertExecution(tx: Tx, row: NewExecution): Promise<ExecutionRow> {
  const inserted = await tx.get<ExecutionRow>(
    `INSERT INTO executions (id, pipeline_id, version, mode, status, ending, stage, inside, trigger_type, trigger_detail,
       variables, overrides, source_revisions, client_token, type, rollback_target, last_stage, started, updated)
     VALUES ($1, $2, $3, $4, 'InProgress', 'none', $5, 0, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
     RETURNING ${COLUMNS}`,
    [
      row.id,
      row.pipelineId,
      row.version,
      row.mode,
      row.stage,
      row.triggerType,
      row.triggerDetail,
      row.variables,
      row.overrides,
      row.sourceRevisions,
      row.clientToken,
      row.type,
      row.rollbackTarget,
      row.lastStage,
      row.started,
    ],
  );
  if (inserted === undefined) throw new Error('The execution just written is not there');
  return inserted;
}

export function findExecution(reader: Reader, pipelineId: string, id: string): Promise<ExecutionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM executions WHERE pipeline_id = $1 AND id = $2`, [pipelineId, id]);
}

export function findExecutionByToken(
  reader: Reader,
  pipelineId: string,
  token: string,
): Promise<ExecutionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM executions WHERE pipeline_id = $1 AND client_token = $2`, [
    pipelineId,
    token,
  ]);
}

/** Those that are not over, in the order they were started. */
export function unfinishedExecutions(reader: Reader, pipelineId: string): Promise<ExecutionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM executions${indexedBy(reader, 'executions_unfinished')}
     WHERE pipeline_id = $1 AND status IN ('InProgress', 'Stopping') ORDER BY sequence`,
    [pipelineId],
  );
}

/** History, newest first, before the given sequence number. */
export function listExecutions(
  reader: Reader,
  pipelineId: string,
  before: number,
  limit: number,
): Promise<ExecutionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM executions WHERE pipeline_id = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3`,
    [pipelineId, before, limit],
  );
}

/** The one that was started last. */
export async function latestExecution(reader: Reader, pipelineId: string): Promise<ExecutionRow | undefined> {
  const [latest] = await listExecutions(reader, pipelineId, Number.MAX_SAFE_INTEGER, 1);
  return latest;
}

/** History of those that succeeded in a stage with the given structure version: what can be rolled back to. */
export function listExecutionsThatPassed(
  reader: Reader,
  passed: { readonly pipelineId: string; readonly stage: string; readonly version: number },
  page: { readonly before: number; readonly limit: number },
): Promise<ExecutionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM executions e WHERE pipeline_id = $1 AND version = $3 AND sequence < $4 AND EXISTS (
       SELECT 1 FROM stage_executions s WHERE s.execution_id = e.id AND s.stage = $2 AND s.status = 'Succeeded'
     ) ORDER BY sequence DESC LIMIT $5`,
    [passed.pipelineId, passed.stage, passed.version, page.before, page.limit],
  );
}

/**
 * What a stage is brought back to: the last that succeeded in it, other than the one that failed; after a rollback, what that had
 * brought it back to. A rollback is younger than those who wait for it, so that who succeeded last need not have started last.
 */
export function latestThatPassed(
  reader: Reader,
  passed: { readonly pipelineId: string; readonly stage: string; readonly version: number },
  except: string,
): Promise<ExecutionRow | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM executions WHERE id = (
       SELECT COALESCE(e.rollback_target, e.id) FROM stage_executions s JOIN executions e ON e.id = s.execution_id
       WHERE s.pipeline_id = $1 AND s.stage = $2 AND s.parallel = 0 AND s.status = 'Succeeded' AND e.version = $3 AND e.id <> $4
       ORDER BY s.sequence DESC LIMIT 1
     )`,
    [passed.pipelineId, passed.stage, passed.version, except],
  );
}

export async function moveExecution(tx: Tx, id: string, stage: number, inside: boolean, now: number): Promise<void> {
  tx.post('UPDATE executions SET stage = $2, inside = $3, updated = $4 WHERE id = $1', [
    id,
    stage,
    inside ? 1 : 0,
    now,
  ]);
}

export async function endExecution(
  tx: Tx,
  id: string,
  end: { readonly status: ExecutionStatus; readonly summary: string | null; readonly now: number },
): Promise<void> {
  tx.post(
    'UPDATE executions SET status = $2, status_summary = COALESCE($3, status_summary), inside = 0, updated = $4 WHERE id = $1',
    [id, end.status, end.summary, end.now],
  );
}

/** What is to be said of an execution's end. */
export function summarize(tx: Tx, id: string, summary: string): void {
  tx.post('UPDATE executions SET status_summary = $2 WHERE id = $1', [id, summary]);
}

/** Begins the next attempt of one that is over, inside the stage where it ended. */
export async function resumeExecution(tx: Tx, id: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE executions SET status = 'InProgress', status_summary = NULL, ending = 'none', stop_reason = NULL, inside = 1,
       attempt = attempt + 1, updated = $2
     WHERE id = $1`,
    [id, now],
  );
  // What it makes from now on is not swept yet.
  await tx.run('DELETE FROM swept_artifacts WHERE execution_id = $1', [id]);
}

/** In which of its attempts the execution ran the stage again, and when. */
export async function setLastRetry(
  tx: Tx,
  { id, attempt }: Pick<ExecutionRow, 'id' | 'attempt'>,
  stage: string,
  at: number,
): Promise<void> {
  tx.post('UPDATE executions SET retried_stage = $2, retried_at = $3, attempt = $4 WHERE id = $1', [
    id,
    stage,
    at,
    attempt,
  ]);
}

export async function requestEnding(
  tx: Tx,
  id: string,
  request: {
    readonly ending: ExecutionRow['ending'];
    readonly status: ExecutionStatus;
    readonly reason: string | null;
    readonly now: number;
  },
): Promise<void> {
  await tx.run(
    'UPDATE executions SET ending = $2, status = $3, stop_reason = COALESCE($4, stop_reason), updated = $5 WHERE id = $1',
    [id, request.ending, request.status, request.reason, request.now],
  );
}

export async function setSourceRevisions(tx: Tx, id: string, revisions: string): Promise<void> {
  tx.post('UPDATE executions SET source_revisions = $2 WHERE id = $1', [id, revisions]);
}
