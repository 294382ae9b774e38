import { type ExecutionRow, requestEnding, unfinishedExecutions } from '../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import { setStageStatus } from '../../store/codepipeline/stage-executions.ts';
import type { Tx } from '../../store/database.ts';
import type { EngineRooms } from '../engine-rooms.ts';
import { settle } from '../settle.ts';
import { tellPipeline, tellStage } from '../steps/tell.ts';

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
    await tellPipeline({ tx, pipeline, row: { ...execution, stopReason: request.reason }, rooms }, 'STOPPING');
  }
  await markStageStopping(tx, pipeline, execution, rooms);
  await settle(tx, pipeline, rooms);
}

/**
 * The definition has changed: executions under way end, but for those that run beside one another; inside a stage, and holding its
 * lock, when their running actions have ended.
 */
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
  await setStageStatus(tx, execution.id, stage.name, 'Stopping', rooms.clock.now());
  if (execution.status !== 'Stopping') await tellStage({ tx, pipeline, row: execution, rooms }, stage.name, 'STOPPING');
}
