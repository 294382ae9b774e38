import { type RollbackRefusal, refuseRollback } from '../../machine/rollback.ts';
import type { ExecutionRow } from '../../store/codepipeline/executions.ts';
import { findStageExecution, latestInStage } from '../../store/codepipeline/stage-executions.ts';
import { settle } from '../settle.ts';
import { beginRollback } from '../steps/rollback-steps.ts';
import type { Subject } from '../steps/tell.ts';

export type RollbackAnswer =
  | { readonly kind: 'started'; readonly executionId: string }
  | { readonly kind: 'refused'; readonly refusal: RollbackRefusal };

export interface RollbackRequest {
  /** Index of the stage. */
  readonly stage: number;
  readonly name: string;
  /** The pipeline's mode. */
  readonly mode: ExecutionRow['mode'];
  /** Who wants it. */
  readonly by: string;
}

/**
 * Runs a stage again as an earlier execution, the subject, ran it: with its source revisions, variables and artifacts. The
 * caller holds the pipeline's lock.
 */
export async function rollBack(target: Subject, request: RollbackRequest): Promise<RollbackAnswer> {
  const { tx, pipeline, row, rooms } = target;
  const latest = await latestInStage(tx, pipeline.id, request.name);
  const refusal = refuseRollback({
    mode: request.mode,
    stage: request.stage,
    target: {
      type: row.type,
      status: (await findStageExecution(tx, row.id, request.name))?.status,
      isCurrent: row.version === pipeline.version,
    },
    isLocked: latest?.status === 'InProgress' || latest?.status === 'Stopping',
  });
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const executionId = await beginRollback(target, request.stage, { type: 'ManualRollback', detail: request.by });
  await settle(tx, pipeline, rooms);
  return { kind: 'started', executionId };
}
