import {
  type PipelineState,
  pipelineEvent,
  type StageState,
  stageEvent,
  type TriggeringCommit,
} from '../../events/codepipeline-events.ts';
import type { ExecutionRow } from '../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../store/database.ts';
import type { EngineRooms } from '../engine-rooms.ts';
import { executionOfEvent } from '../facts/event-facts.ts';

/** An execution about which the world is told. */
export interface Subject {
  readonly tx: Tx;
  readonly pipeline: PipelineRow;
  readonly row: ExecutionRow;
  readonly rooms: EngineRooms;
}

export async function tellPipeline(
  { tx, pipeline, row, rooms }: Subject,
  state: PipelineState,
  commit?: TriggeringCommit,
): Promise<void> {
  const { triggerType, triggerDetail, stopReason } = row;
  const facts = executionOfEvent(pipeline, row, rooms.clock.now());
  await rooms.events.emit(tx, pipelineEvent(facts, { state, triggerType, triggerDetail, stopReason, commit }));
}

export async function tellStage(
  { tx, pipeline, row, rooms }: Subject,
  stage: string,
  state: StageState,
): Promise<void> {
  const retried = row.retriedStage === stage && row.retriedAt !== null ? row.retriedAt : undefined;
  const facts = executionOfEvent(pipeline, row, rooms.clock.now());
  await rooms.events.emit(tx, stageEvent(facts, { stage, state, retried }));
}
