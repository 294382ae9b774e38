import { pipelineEvent, stageEvent } from '../events/codepipeline-events.ts';
import type { Tx } from '../store/database.ts';
import { type ExecutionRow, requestEnding, unfinishedExecutions } from '../store/executions.ts';
import type { PipelineRow } from '../store/pipelines.ts';
import { setStageStatus } from '../store/stage-executions.ts';
import type { EngineRooms } from './engine-rooms.ts';
import { executionOfEvent } from './event-facts.ts';
import { settle } from './settle.ts';

export interface StopRequest {
  readonly abandon: boolean;
  readonly reason: string | null;
}

/** Stops a run of a pipeline whose lock the caller holds: no action starts any more. */
export async function stopExecution(
  tx: Tx,
  pipeline: PipelineRow,
  execution: ExecutionRow,
  request: StopRequest,
  rooms: EngineRooms,
): Promise<void> {
  const now = rooms.clock.now();
  const ending = request.abandon ? 'abandon' : 'stop';
  await requestEnding(tx, execution.id, { ending, status: 'Stopping', reason: request.reason, now });
  if (execution.status !== 'Stopping') {
    await rooms.events.emit(
      tx,
      pipelineEvent(executionOfEvent(pipeline, execution, now), {
        state: 'STOPPING',
        triggerType: execution.triggerType,
        triggerDetail: execution.triggerDetail,
        stopReason: request.reason,
      }),
    );
  }
  await markStageStopping(tx, pipeline, execution, rooms);
  await settle(tx, pipeline, rooms);
}

/** The definition has changed: executions under way end, but for those that run beside one another. */
export async function cancelExecutions(tx: Tx, pipeline: PipelineRow, rooms: EngineRooms): Promise<void> {
  const now = rooms.clock.now();
  for (const execution of await unfinishedExecutions(tx, pipeline.id)) {
    if (execution.mode === 'PARALLEL') continue;
    await requestEnding(tx, execution.id, { ending: 'cancel', status: execution.status, reason: null, now });
  }
  await settle(tx, pipeline, rooms);
}

async function markStageStopping(
  tx: Tx,
  pipeline: PipelineRow,
  execution: ExecutionRow,
  rooms: EngineRooms,
): Promise<void> {
  if (execution.inside === 0) return;
  const declaration = await rooms.declarations.read(tx, pipeline.id, execution.version);
  const stage = declaration.stages[execution.stage];
  if (stage === undefined) return;
  const now = rooms.clock.now();
  await setStageStatus(tx, execution.id, stage.name, 'Stopping', now);
  if (execution.status === 'Stopping') return;
  await rooms.events.emit(tx, stageEvent(executionOfEvent(pipeline, execution, now), stage.name, 'STOPPING'));
}
