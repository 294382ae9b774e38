import type { Reader, Tx } from '../database.ts';

/** A transition: into the stage, or out of it. */
export interface Transition {
  readonly stage: string;
  readonly side: 'Inbound' | 'Outbound';
}

/** Who made a transition what it is, and when, in milliseconds. */
export interface ChangedTransition extends Transition {
  readonly changedBy: string;
  readonly changedAt: number;
}

/** A transition that lets nobody through. */
export interface DisabledTransition extends ChangedTransition {
  readonly reason: string;
}

export function disabledTransitions(reader: Reader, pipelineId: string): Promise<DisabledTransition[]> {
  return reader.all(
    'SELECT stage, side, reason, changed_by AS "changedBy", changed_at AS "changedAt" FROM disabled_transitions WHERE pipeline_id = $1',
    [pipelineId],
  );
}

/** Those that were enabled after they had been disabled; some may be disabled again. */
export function enabledTransitions(reader: Reader, pipelineId: string): Promise<ChangedTransition[]> {
  return reader.all(
    'SELECT stage, side, changed_by AS "changedBy", changed_at AS "changedAt" FROM enabled_transitions WHERE pipeline_id = $1',
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

export async function enableTransition(tx: Tx, pipelineId: string, transition: ChangedTransition): Promise<void> {
  const { stage, side, changedBy, changedAt } = transition;
  await tx.run('DELETE FROM disabled_transitions WHERE pipeline_id = $1 AND stage = $2 AND side = $3', [
    pipelineId,
    stage,
    side,
  ]);
  await tx.run(
    `INSERT INTO enabled_transitions (pipeline_id, stage, side, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (pipeline_id, stage, side) DO UPDATE SET changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [pipelineId, stage, side, changedBy, changedAt],
  );
}

/** Forgets the transitions of stages that the pipeline has no longer: nobody could enable them. */
export async function forgetTransitions(tx: Tx, pipelineId: string, stages: readonly string[]): Promise<void> {
  const places = stages.map((_, index) => `$${index + 2}`).join(', ');
  for (const table of ['disabled_transitions', 'enabled_transitions']) {
    await tx.run(`DELETE FROM ${table} WHERE pipeline_id = $1 AND stage NOT IN (${places})`, [pipelineId, ...stages]);
  }
}
