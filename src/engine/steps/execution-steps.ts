import type { EndExecution, EnterStage, LeaveStage } from '../../machine/decision.ts';
import { endExecution, moveExecution } from '../../store/codepipeline/executions.ts';
import { enterStage, setStageStatus } from '../../store/codepipeline/stage-executions.ts';
import { triggeringCommit } from '../facts/event-facts.ts';
import { wakeWaiters } from '../wake-waiters.ts';
import { rollBackBySelf } from './rollback-steps.ts';
import { type Outcome, type Step, stageName, subjectOf } from './step.ts';
import { tellPipeline, tellStage } from './tell.ts';

export async function enter(step: Step, { stage }: EnterStage): Promise<Outcome> {
  const { tx, pipeline, rooms, execution } = step;
  const { id, mode } = execution.row;
  const name = stageName(execution, stage);
  const now = rooms.clock.now();
  await moveExecution(tx, id, stage, true, now);
  await enterStage(tx, { pipelineId: pipeline.id, executionId: id, stage: name, parallel: mode === 'PARALLEL' }, now);
  await tellStage(subjectOf(step), name, 'STARTED');
  return 'as-decided';
}

/** EventBridge has no state for a skipped stage: it is told of as one that succeeded. */
export async function leave(step: Step, { stage, outcome }: LeaveStage): Promise<Outcome> {
  const { tx, rooms, execution } = step;
  const name = stageName(execution, stage);
  const now = rooms.clock.now();
  await setStageStatus(tx, execution.row.id, name, outcome, now);
  await moveExecution(tx, execution.row.id, stage + 1, false, now);
  await tellStage(subjectOf(step), name, 'SUCCEEDED');
  return 'as-decided';
}

const STATES = {
  Succeeded: 'SUCCEEDED',
  Superseded: 'SUPERSEDED',
  Failed: 'FAILED',
  Stopped: 'STOPPED',
  Cancelled: 'CANCELED',
} as const;

export async function end(step: Step, { outcome, leaving, supersededBy, rollBack }: EndExecution): Promise<Outcome> {
  const { tx, rooms, execution } = step;
  const now = rooms.clock.now();
  if (leaving !== undefined && outcome !== 'Succeeded' && outcome !== 'Superseded') {
    const name = stageName(execution, leaving);
    await setStageStatus(tx, execution.row.id, name, outcome, now);
    await tellStage(subjectOf(step), name, STATES[outcome]);
  }
  await endExecution(tx, execution.row.id, { status: outcome, summary: summaryOf(outcome, supersededBy), now });
  await wakeWaiters(tx, execution.row.id, rooms);
  const hasRun = outcome === 'Succeeded' || outcome === 'Failed';
  await tellPipeline(subjectOf(step), STATES[outcome], hasRun ? triggeringCommit(execution) : undefined);
  return rollBack === true && leaving !== undefined ? rollBackBySelf(step, leaving) : 'as-decided';
}

function summaryOf(outcome: EndExecution['outcome'], supersededBy: string | undefined): string | null {
  if (supersededBy !== undefined) return `Superseded by execution ${supersededBy}`;
  return outcome === 'Cancelled' ? 'Pipeline definition was updated before the execution completed' : null;
}
