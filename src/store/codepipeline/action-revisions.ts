import type { Reader, Tx } from '../database.ts';

/** The revision that was put for an action last, and the execution it started. Times in milliseconds. */
export interface ActionRevisionRow {
  readonly pipelineId: string;
  readonly stage: string;
  readonly action: string;
  readonly revisionId: string;
  readonly changeId: string;
  readonly created: number;
  readonly executionId: string;
}

export function findActionRevision(
  reader: Reader,
  { pipelineId, stage, action }: Pick<ActionRevisionRow, 'pipelineId' | 'stage' | 'action'>,
): Promise<ActionRevisionRow | undefined> {
  return reader.get(
    `SELECT pipeline_id AS "pipelineId", stage, action, revision_id AS "revisionId", change_id AS "changeId", created,
       execution_id AS "executionId"
     FROM action_revisions WHERE pipeline_id = $1 AND stage = $2 AND action = $3`,
    [pipelineId, stage, action],
  );
}

export async function putActionRevision(tx: Tx, row: ActionRevisionRow): Promise<void> {
  await tx.run(
    `INSERT INTO action_revisions (pipeline_id, stage, action, revision_id, change_id, created, execution_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (pipeline_id, stage, action) DO UPDATE SET revision_id = excluded.revision_id,
       change_id = excluded.change_id, created = excluded.created, execution_id = excluded.execution_id`,
    [row.pipelineId, row.stage, row.action, row.revisionId, row.changeId, row.created, row.executionId],
  );
}
