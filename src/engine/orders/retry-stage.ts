import type { RetryMode } from '../../machine/facts.ts';
import { type RetryFacts, type RetryRefusal, refuseRetry } from '../../machine/retry.ts';
import { actionsOfExecution } from '../../store/codepipeline/action-executions.ts';
import { findStageExecution, latestInStage } from '../../store/codepipeline/stage-executions.ts';
import { hasRoom } from '../concurrency.ts';
import { settle } from '../settle.ts';
import { again, nextAttempt, resume } from '../steps/retry-steps.ts';
import type { Subject } from '../steps/tell.ts';

/** `full`: the pipeline has as many executions under way as it may have. */
export type RetryAnswer = 'retried' | 'full' | RetryRefusal;

/**
 * Runs a stage again in which an execution failed or was stopped. The execution goes on from inside the stage: its lock is
 * taken at once, and the transition into it, which the execution has passed already, is not asked. The caller holds the
 * pipeline's lock.
 */
export async function retryStage(subject: Subject, stage: string, mode: RetryMode): Promise<RetryAnswer> {
  const { tx, pipeline, row, rooms } = subject;
  const refusal = refuseRetry(await factsOf(subject, stage), mode);
  if (refusal !== undefined) return refusal;
  const isOver = row.status !== 'InProgress';
  if (isOver && !(await hasRoom(tx, pipeline.id, row.mode, rooms))) return 'full';
  await again(isOver ? await resume(subject) : nextAttempt(subject), stage, { mode, trigger: 'ManualStageRetry' });
  await settle(tx, pipeline, rooms);
  return 'retried';
}

async function factsOf({ tx, pipeline, row }: Subject, stage: string): Promise<RetryFacts> {
  const entered = await findStageExecution(tx, row.id, stage);
  const latest = row.mode === 'PARALLEL' ? undefined : await latestInStage(tx, pipeline.id, stage);
  return {
    status: entered?.status,
    isLatest: latest === undefined || latest.executionId === row.id,
    isCurrent: row.version === pipeline.version,
    actions: (await actionsOfExecution(tx, row.id))
      .filter((action) => action.stage === stage)
      .map(({ action, status }) => ({ name: action, status })),
    retried: entered !== undefined && entered.autoRetries + entered.manualRetries > 0,
  };
}
