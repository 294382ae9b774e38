import { indexedBy, type Reader, type Tx } from '../database.ts';

/**
 * Executions that ended before `before` (milliseconds) and are not needed any more: none that is the last in a stage, for it is
 * the stage's state, and none that a rollback under way works with. They are found by their start, which never changes: an index
 * of their end would have to follow every step they take.
 */
export async function forgottenExecutions(reader: Reader, before: number, limit: number): Promise<string[]> {
  const rows = await reader.all<{ id: string }>(
    `SELECT id FROM executions e WHERE started < $1 AND updated < $1 AND status NOT IN ('InProgress', 'Stopping')
       AND NOT EXISTS (
         SELECT 1 FROM stage_executions s WHERE s.execution_id = e.id AND s.parallel = 0 AND NOT EXISTS (
           SELECT 1 FROM stage_executions later WHERE later.pipeline_id = s.pipeline_id AND later.stage = s.stage
             AND later.parallel = 0 AND later.sequence > s.sequence
         )
       )
       AND NOT EXISTS (
         SELECT 1 FROM executions r${indexedBy(reader, 'executions_unfinished')}
         WHERE r.pipeline_id = e.pipeline_id AND r.status IN ('InProgress', 'Stopping') AND r.rollback_target = e.id
       )
     ORDER BY started LIMIT $2`,
    [before, limit],
  );
  return rows.map(({ id }) => id);
}

/** An execution with everything it did, unless it is under way again. */
export async function deleteExecution(tx: Tx, id: string): Promise<void> {
  const gone = await tx.run(`DELETE FROM executions WHERE id = $1 AND status NOT IN ('InProgress', 'Stopping')`, [id]);
  if (gone === 0) return;
  await tx.run(
    `DELETE FROM jobs WHERE action_execution_id IN (
       SELECT id FROM action_executions WHERE execution_id = $1 UNION ALL SELECT id FROM rule_executions WHERE execution_id = $1)`,
    [id],
  );
  for (const table of [
    'rule_executions',
    'condition_executions',
    'action_executions',
    'stage_executions',
    'swept_artifacts',
    'kept_events',
  ]) {
    await tx.run(`DELETE FROM ${table} WHERE execution_id = $1`, [id]);
  }
}
