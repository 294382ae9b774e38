import { pipelineEvent, stageEvent } from '../events/codepipeline-events.ts';
import { advance } from '../machine/advance.ts';
import type { Decision, EndExecution, EnterStage, LeaveStage } from '../machine/decision.ts';
import type { Tx } from '../store/database.ts';
import { endExecution, moveExecution } from '../store/executions.ts';
import type { PipelineRow } from '../store/pipelines.ts';
import { enterStage, setStageStatus } from '../store/stage-executions.ts';
import { abandonAction, startAction } from './action-steps.ts';
import type { EngineRooms } from './engine-rooms.ts';
import { executionOfEvent } from './event-facts.ts';
import { loadFacts } from './load-facts.ts';
import { type Outcome, type Step, stageName } from './step.ts';

/**
 * Brings a pipeline to where nothing more can be decided: facts in, decisions and their events out, in the transaction of
 * whatever changed the facts. What is to be done in the world is scheduled as durable work and begins after COMMIT. The caller
 * holds the pipeline's lock.
 */
export async function settle(tx: Tx, pipeline: PipelineRow, rooms: EngineRooms): Promise<void> {
  for (let changed = true; changed; ) {
    changed = false;
    const { facts, executions } = await loadFacts(tx, pipeline.id, rooms.declarations);
    for (const decision of advance(facts)) {
      const execution = executions.get(decision.execution);
      if (execution === undefined) throw new Error(`Decision about an unknown execution ${decision.execution}`);
      const outcome = await carryOut({ tx, pipeline, rooms, execution }, decision);
      // An action that could not even be started has failed: a fact the machine did not know.
      if (outcome === 'facts-changed') {
        changed = true;
        break;
      }
    }
  }
}

async function carryOut(step: Step, decision: Decision): Promise<Outcome> {
  switch (decision.kind) {
    case 'enter-stage':
      return enter(step, decision);
    case 'start-action':
      return startAction(step, decision);
    case 'abandon-action':
      return abandonAction(step, decision);
    case 'leave-stage':
      return leave(step, decision);
    case 'end-execution':
      return end(step, decision);
  }
}

async function enter(step: Step, { stage }: EnterStage): Promise<Outcome> {
  const { tx, pipeline, rooms, execution } = step;
  const name = stageName(execution, stage);
  const now = rooms.clock.now();
  await moveExecution(tx, execution.row.id, stage, true, now);
  await enterStage(tx, pipeline.id, execution.row.id, name, now);
  await rooms.events.emit(tx, stageEvent(executionOfEvent(pipeline, execution.row, now), name, 'STARTED'));
  return 'as-decided';
}

const STAGE_STATES = { Succeeded: 'SUCCEEDED', Failed: 'FAILED', Stopped: 'STOPPED', Cancelled: 'CANCELED' } as const;

async function leave(step: Step, { stage, outcome }: LeaveStage): Promise<Outcome> {
  const { tx, pipeline, rooms, execution } = step;
  const name = stageName(execution, stage);
  const now = rooms.clock.now();
  await setStageStatus(tx, execution.row.id, name, outcome, now);
  if (outcome === 'Succeeded') await moveExecution(tx, execution.row.id, stage + 1, false, now);
  await rooms.events.emit(tx, stageEvent(executionOfEvent(pipeline, execution.row, now), name, STAGE_STATES[outcome]));
  return 'as-decided';
}

const PIPELINE_STATES = { ...STAGE_STATES, Superseded: 'SUPERSEDED' } as const;

async function end(step: Step, { outcome, supersededBy }: EndExecution): Promise<Outcome> {
  const { tx, pipeline, rooms, execution } = step;
  const { row } = execution;
  const now = rooms.clock.now();
  const summary = supersededBy === undefined ? null : `Superseded by execution ${supersededBy}`;
  await endExecution(tx, row.id, { status: outcome, summary, now });
  await rooms.events.emit(
    tx,
    pipelineEvent(executionOfEvent(pipeline, row, now), {
      state: PIPELINE_STATES[outcome],
      triggerType: row.triggerType,
      triggerDetail: row.triggerDetail,
      stopReason: row.stopReason,
    }),
  );
  return 'as-decided';
}
