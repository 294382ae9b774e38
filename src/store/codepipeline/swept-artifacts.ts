import type { Reader, Tx } from '../database.ts';

/**
 * Of an execution that ended before $1 (milliseconds) and whose artifacts are still there and not needed any more: none that is
 * the last in a stage, for it may be retried, none that is the last to have succeeded in one, for it may be rolled back to, and
 * none that others were rolled back to whose own time has not come.
 */
const OLD = `started < $1 AND updated < $1 AND status NOT IN ('InProgress', 'Stopping')
  AND NOT EXISTS (SELECT 1 FROM swept_artifacts a WHERE a.execution_id = e.id)
  AND NOT EXISTS (
    SELECT 1 FROM stage_executions s WHERE s.execution_id = e.id AND s.parallel = 0 AND NOT EXISTS (
      SELECT 1 FROM stage_executions later WHERE later.pipeline_id = s.pipeline_id AND later.stage = s.stage
        AND later.parallel = 0 AND later.sequence > s.sequence
        AND (s.status <> 'Succeeded' OR later.status = 'Succeeded')
    )
  )
  AND NOT EXISTS (
    SELECT 1 FROM executions r WHERE r.pipeline_id = e.pipeline_id AND r.rollback_target = e.id
      AND NOT EXISTS (SELECT 1 FROM swept_artifacts a WHERE a.execution_id = r.id)
  )`;

export interface OldExecution {
  readonly id: string;
  readonly pipelineId: string;
}

/** Found by their start, as history is. */
export function executionsWithOldArtifacts(reader: Reader, before: number, limit: number): Promise<OldExecution[]> {
  return reader.all(`SELECT id, pipeline_id AS "pipelineId" FROM executions e WHERE ${OLD} ORDER BY started LIMIT $2`, [
    before,
    limit,
  ]);
}

/**
 * Nobody may count on them any more. The caller holds the lock of the pipeline, so that no retry or rollback comes between; answers
 * false when one has come before, or the execution is gone.
 */
export async function markSwept(tx: Tx, executionId: string, before: number): Promise<boolean> {
  const execution = await tx.get(`SELECT id FROM executions e WHERE id = $2 AND ${OLD}`, [before, executionId]);
  if (execution === undefined) return false;
  await tx.run('INSERT INTO swept_artifacts (execution_id) VALUES ($1)', [executionId]);
  return true;
}

/** Whether an execution goes on, as one that was given up may after a retry. */
export async function isUnderWay(reader: Reader, executionId: string): Promise<boolean> {
  const text = `SELECT id FROM executions WHERE id = $1 AND status IN ('InProgress', 'Stopping')`;
  return (await reader.get(text, [executionId])) !== undefined;
}
