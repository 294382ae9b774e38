import type { Reader, Tx } from '../database.ts';

/** A transition that lets nobody through: into its stage, or out of it. Times in milliseconds. */
export interface DisabledTransition {
  readonly stage: string;
  readonly side: 'Inbound' | 'Outbound';
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAt: number;
}

export function disabledTransitions(reader: Reader, pipelineId: string): Promise<DisabledTransition[]> {
  return reader.all(
    'SELECT stage, side, reason, changed_by AS "changedBy", changed_at AS "changedAt" FROM disabled_transitions WHERE pipeline_id = $1',
    [pipelineId],
  );
}

export async function disableTransition(tx: Tx, pipelineId: string, transition: DisabledTransition): Promise<void> {
  await tx.run(
    `INSERT INTO disabled_transitions (pipeline_id, stage, side, reason, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (pipeline_id, stage, side) DO UPDATE SET
       reason = excluded.reason, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [pipelineId, transition.stage, transition.side, transition.reason, transition.changedBy, transition.changedAt],
  );
}

export async function enableTransition(tx: Tx, pipelineId: string, stage: string, side: string): Promise<void> {
  await tx.run('DELETE FROM disabled_transitions WHERE pipeline_id = $1 AND stage = $2 AND side = $3', [
    pipelineId,
    stage,
    side,
  ]);
}

/** Forgets the disabled transitions of stages that the pipeline has no longer: nobody could enable them. */
export async function forgetTransitions(tx: Tx, pipelineId: string, stages: readonly string[]): Promise<void> {
  const places = stages.map((_, index) => `$${index + 2}`).join(', ');
  await tx.run(`DELETE FROM disabled_transitions WHERE pipeline_id = $1 AND stage NOT IN (${places})`, [
    pipelineId,
    ...stages,
  ]);
}
