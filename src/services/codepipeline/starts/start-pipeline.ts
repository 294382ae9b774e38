import { hasRoom } from '../../../engine/concurrency.ts';
import type { EngineRooms } from '../../../engine/engine-rooms.ts';
import { type SourceOverride, startExecution } from '../../../engine/orders/start-execution.ts';
import { findExecutionByToken } from '../../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../../store/database.ts';
import { concurrentExecutionsLimitExceeded } from '../errors.ts';
import type { PipelineDeclaration, PipelineVariableList } from '../shapes.ts';
import { checkOverrides } from './source-overrides.ts';
import { variableValues } from './variable-values.ts';

export interface PipelineStart {
  readonly trigger: { readonly triggerType: TriggerType; readonly triggerDetail: string | null };
  readonly variables?: PipelineVariableList | undefined;
  readonly overrides?: readonly SourceOverride[] | undefined;
  /** Starting again with the same token answers the execution of the first time. Those of clients have letters, digits and - only. */
  readonly token?: string | undefined;
}

type TriggerType =
  | 'StartPipelineExecution'
  | 'PollForSourceChanges'
  | 'Webhook'
  | 'WebhookV2'
  | 'CloudWatchEvent'
  | 'PutActionRevision';

/** Starts a pipeline whose lock the caller holds, once everything asked for has been found possible. */
export async function startPipeline(
  tx: Tx,
  pipeline: PipelineRow,
  start: PipelineStart,
  rooms: EngineRooms,
): Promise<string> {
  const { trigger, overrides = [], token } = start;
  const earlier = token === undefined ? undefined : await findExecutionByToken(tx, pipeline.id, token);
  if (earlier !== undefined) return earlier.id;
  const declaration = (await rooms.declarations.read(tx, pipeline.id, pipeline.version)) as PipelineDeclaration;
  const variables = variableValues(declaration.variables, start.variables);
  if (overrides.length > 0) checkOverrides(declaration, overrides, await rooms.providers.list(tx, pipeline));
  if (!(await hasRoom(tx, pipeline.id, declaration.executionMode, rooms)))
    throw concurrentExecutionsLimitExceeded(pipeline.name);
  const request = { ...trigger, variables, overrides, clientToken: token ?? null };
  return startExecution(tx, pipeline, request, rooms);
}
