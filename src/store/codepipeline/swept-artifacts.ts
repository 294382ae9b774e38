import { forUpdate, type Reader, type Tx } from '../database.ts';

/**
 * Executions that ended before `before` (milliseconds) and whose artifacts are still there and not needed any more: none that is
 * the last in a stage, for it may be retried, none that is the last to have succeeded in one, for it may be rolled back to, and
 * none that others were rolled back to whose own time has not come. Found by their start, as history is.
 */
export async function executionsWithOldArtifacts(reader: Reader, before: number, limit: number): Promise<string[]> {
  const rows = await reader.all<{ id: string }>(
    `SELECT id FROM executions e WHERE started < $1 AND updated < $1 AND status NOT IN ('InProgress', 'Stopping')
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
       )
     ORDER BY started LIMIT $2`,
    [before, limit],
  );
  return rows.map(({ id }) => id);
}

/** Of an execution that is gone meanwhile, with its pipeline or without, nothing is written down. */
export async function markSwept(tx: Tx, executionId: string): Promise<void> {
  const execution = await tx.get(
    `SELECT e.id FROM executions e JOIN pipelines p ON p.id = e.pipeline_id WHERE e.id = $1${forUpdate(tx)}`,
    [executionId],
  );
  if (execution === undefined) return;
  await tx.run('INSERT INTO swept_artifacts (execution_id) VALUES ($1) ON CONFLICT (execution_id) DO NOTHING', [
    executionId,
  ]);
}
