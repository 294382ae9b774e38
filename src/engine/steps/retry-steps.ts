import type { RetryStage } from '../../machine/decision.ts';
import type { RetryMode } from '../../machine/facts.ts';
import { conditionsKeptByRetry } from '../../machine/retry.ts';
import { setActionsAside } from '../../store/codepipeline/action-executions.ts';
import { setConditionAside } from '../../store/codepipeline/condition-executions.ts';
import { resumeExecution, setLastRetry } from '../../store/codepipeline/executions.ts';
import { countRetry, type RetryTrigger } from '../../store/codepipeline/stage-executions.ts';
import { conditionFacts, loadConditions } from '../facts/load-conditions.ts';
import { closeCondition } from './condition-steps.ts';
import { type Outcome, type Step, stageName, subjectOf } from './step.ts';
import { type Subject, tellPipeline, tellStage } from './tell.ts';

/** The execution is under way again, inside the stage where it ended; answers it as it is now. */
export async function resume(subject: Subject): Promise<Subject> {
  const { tx, row, rooms } = subject;
  await resumeExecution(tx, row.id, rooms.clock.now());
  const resumed = { ...subject, row: { ...row, attempt: row.attempt + 1, stopReason: null } };
  await tellPipeline(resumed, 'RESUMED');
  return resumed;
}

/**
 * The machine has decided that a failed stage tries again. Gaps: whether AWS tells of the stage as failed before that is not
 * documented; here it is told of as resumed.
 */
export async function retryBySelf(step: Step, { stage, mode }: RetryStage): Promise<Outcome> {
  const attempt = nextAttempt(subjectOf(step));
  await again(attempt, stageName(step.execution, stage), { mode, trigger: 'AutomatedStageRetry' });
  return 'facts-changed';
}

/** Of an execution that is under way: one that was over is resumed instead. */
export function nextAttempt(subject: Subject): Subject {
  return { ...subject, row: { ...subject.row, attempt: subject.row.attempt + 1 } };
}

/** Runs the stage again, in the attempt that the execution is in now. */
export async function again(
  subject: Subject,
  stage: string,
  { mode, trigger }: { readonly mode: RetryMode; readonly trigger: RetryTrigger },
): Promise<void> {
  const { tx, row, rooms } = subject;
  const now = rooms.clock.now();
  await setActionsAside(tx, row.id, stage, mode === 'ALL_ACTIONS' ? 'all' : 'failed');
  await lookAnew(subject, stage, mode);
  await countRetry(tx, row.id, stage, { trigger, now });
  await setLastRetry(tx, row, stage, now);
  await tellStage({ ...subject, row: { ...row, retriedStage: stage, retriedAt: now } }, stage, 'RESUMED');
}

/** The conditions that the retry does not keep. */
async function lookAnew({ tx, row, rooms }: Subject, stage: string, mode: RetryMode): Promise<void> {
  const conditions = await loadConditions(tx, row.id, stage);
  const kept = new Set(conditionsKeptByRetry(conditions.map(conditionFacts), mode).map(({ hook }) => hook));
  for (const condition of conditions) {
    if (kept.has(condition.row.hook)) continue;
    if (condition.row.status === 'InProgress') await closeCondition({ tx, rooms }, condition, { status: 'Abandoned' });
    await setConditionAside(tx, condition.row.id);
  }
}
