import type { RevisionOrigin, RevisionType } from '../../actions/action.ts';
import { findExecutionByToken, insertExecution } from '../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../store/database.ts';
import type { EngineRooms } from '../engine-rooms.ts';
import { settle } from '../settle.ts';
import { tellPipeline } from '../steps/tell.ts';

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
  const row = await insertExecution(tx, {
    id: rooms.ids.uuid(),
    pipelineId: pipeline.id,
    version: pipeline.version,
    mode: declaration.executionMode ?? 'SUPERSEDED',
    stage: 0,
    triggerType: request.triggerType,
    triggerDetail: request.triggerDetail,
    variables: JSON.stringify(request.variables),
    overrides: JSON.stringify(request.overrides),
    sourceRevisions: '[]',
    clientToken,
    type: 'STANDARD',
    rollbackTarget: null,
    lastStage: null,
    started: rooms.clock.now(),
  });
  await tellPipeline({ tx, pipeline, row, rooms }, 'STARTED');
  await settle(tx, pipeline, rooms);
  return row.id;
}
