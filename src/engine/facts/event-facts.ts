import type { ActionOfEvent, ExecutionOfEvent } from '../../events/codepipeline-events.ts';
import type { ExecutionRow } from '../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import type { ActionInput } from './action-record.ts';

export function executionOfEvent(pipeline: PipelineRow, row: ExecutionRow, time: number): ExecutionOfEvent {
  return {
    account: pipeline.account,
    region: pipeline.region,
    pipelineName: pipeline.name,
    version: row.version,
    executionId: row.id,
    attempt: row.attempt,
    started: row.started,
    time,
  };
}

export function actionOfEvent(
  attempt: { readonly id: string; readonly stage: string; readonly action: string; readonly started: number },
  input: ActionInput,
  result?: ActionOfEvent['result'],
): ActionOfEvent {
  return {
    stage: attempt.stage,
    action: attempt.action,
    actionExecutionId: attempt.id,
    started: attempt.started,
    region: input.region,
    type: input.actionTypeId,
    inputArtifacts: input.inputArtifacts,
    outputArtifacts: input.outputArtifacts,
    result,
  };
}
