import { type OverrideAnswer, overrideCondition } from '../../../engine/orders/override-condition.ts';
import type { ServiceError } from '../../../kernel/service-error.ts';
import { findExecution } from '../../../store/codepipeline/executions.ts';
import { concurrentExecutionsLimitExceeded, conditionNotOverridable, conflict, notLatestExecution } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline, requireStage } from '../find.ts';
import type { OverrideStageConditionInput } from '../shapes.ts';

const HOOKS = { BEFORE_ENTRY: 'beforeEntry', ON_SUCCESS: 'onSuccess' } as const;

/**
 * A condition that is looked at, or has failed its stage, counts as met, and the execution goes on. Gaps: the model has no error for
 * an unknown execution; it is answered as one that is not the latest in the stage.
 */
export async function OverrideStageCondition(
  input: OverrideStageConditionInput,
  call: CodePipelineCall,
): Promise<void> {
  const { pipelineName, pipelineExecutionId, stageName, conditionType } = input;
  const { rooms, principal } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, pipelineName);
    await requireStage(tx, call, pipeline, stageName);
    const row = await findExecution(tx, pipeline.id, pipelineExecutionId);
    if (row === undefined) throw notLatestExecution(stageName, pipelineExecutionId);
    const request = { stage: stageName, hook: HOOKS[conditionType], by: principal.arn };
    const answer = await overrideCondition({ tx, pipeline, row, rooms }, request);
    if (answer !== 'overridden') throw refusal(answer, input);
  });
}

function refusal(
  answer: Exclude<OverrideAnswer, 'overridden'>,
  { pipelineName, stageName, pipelineExecutionId, conditionType }: OverrideStageConditionInput,
): ServiceError {
  switch (answer) {
    case 'full':
      return concurrentExecutionsLimitExceeded(pipelineName);
    case 'busy':
      return conflict(`Stage '${stageName}' is stopping`);
    case 'not-latest':
      return notLatestExecution(stageName, pipelineExecutionId);
    case 'not-overridable':
      return conditionNotOverridable(stageName, conditionType);
  }
}
