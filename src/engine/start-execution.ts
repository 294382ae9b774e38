import type { RevisionOrigin, RevisionType } from '../actions/action.ts';
import { pipelineEvent } from '../events/codepipeline-events.ts';
import type { Tx } from '../store/database.ts';
import { findExecution, findExecutionByToken, insertExecution } from '../store/executions.ts';
import type { PipelineRow } from '../store/pipelines.ts';
import type { EngineRooms } from './engine-rooms.ts';
import { executionOfEvent } from './event-facts.ts';
import { settle } from './settle.ts';

/** The revision a source action is to take instead of the newest. */
export interface SourceOverride {
  readonly actionName: string;
  readonly revisionType: RevisionType;
  readonly revisionValue: string;
  readonly origin?: RevisionOrigin | undefined;
}

export interface StartRequest {
  /** Such as `StartPipelineExecution`, and who or what it was. */
  readonly triggerType: string;
  readonly triggerDetail: string | null;
  /** Every pipeline variable with its value. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly overrides: readonly SourceOverride[];
  /** The same token never starts a second execution of the pipeline. */
  readonly clientToken: string | null;
}

/** Starts a run of a pipeline whose lock the caller holds; answers the id of the execution. */
export async function startExecution(
  tx: Tx,
  pipeline: PipelineRow,
  request: StartRequest,
  rooms: EngineRooms,
): Promise<string> {
  const { clientToken } = request;
  const earlier = clientToken === null ? undefined : await findExecutionByToken(tx, pipeline.id, clientToken);
  if (earlier !== undefined) return earlier.id;

  const declaration = await rooms.declarations.read(tx, pipeline.id, pipeline.version);
  const now = rooms.clock.now();
  const id = rooms.ids.uuid();
  await insertExecution(tx, {
    id,
    pipelineId: pipeline.id,
    version: pipeline.version,
    mode: declaration.executionMode ?? 'SUPERSEDED',
    status: 'InProgress',
    statusSummary: null,
    ending: 'none',
    stage: 0,
    inside: 0,
    triggerType: request.triggerType,
    triggerDetail: request.triggerDetail,
    stopReason: null,
    variables: JSON.stringify(request.variables),
    overrides: JSON.stringify(request.overrides),
    sourceRevisions: '[]',
    clientToken,
    started: now,
    updated: now,
  });
  const row = await findExecution(tx, pipeline.id, id);
  if (row === undefined) throw new Error('The execution just written is not there');
  await rooms.events.emit(
    tx,
    pipelineEvent(executionOfEvent(pipeline, row, now), {
      state: 'STARTED',
      triggerType: request.triggerType,
      triggerDetail: request.triggerDetail,
    }),
  );
  await settle(tx, pipeline, rooms);
  return id;
}
