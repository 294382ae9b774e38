import type { ActionOfEvent, ExecutionOfEvent, TriggeringCommit } from '../../events/codepipeline-events.ts';
import type { ExecutionRow } from '../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import type { ActionInput, ActionOutput } from './action-record.ts';
import type { LoadedExecution } from './load-facts.ts';

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

/** The commit of a git trigger, once its source has taken it: what other triggers start has none. */
export function triggeringCommit({ row, actions }: LoadedExecution): TriggeringCommit | undefined {
  if (row.triggerType !== 'WebhookV2') return undefined;
  const [override]: readonly { readonly actionName: string }[] = JSON.parse(row.overrides);
  const source = actions.findLast(({ action }) => action === override?.actionName);
  if (source === undefined || source.output === null) return undefined;
  const { variables }: ActionOutput = JSON.parse(source.output);
  return variables;
}
