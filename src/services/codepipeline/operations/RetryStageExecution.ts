import { type RetryAnswer, retryStage } from '../../../engine/orders/retry-stage.ts';
import type { ServiceError } from '../../../kernel/service-error.ts';
import { findExecution } from '../../../store/codepipeline/executions.ts';
import { concurrentExecutionsLimitExceeded, conflict, notLatestExecution, stageNotRetryable } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline, requireStage } from '../find.ts';
import type { RetryStageExecutionInput, RetryStageExecutionOutput } from '../shapes.ts';

/**
 * The same execution goes on from the stage where it failed or was stopped. Gaps: the model has no error for an unknown execution;
 * it is answered as one that is not the latest in the stage.
 */
export async function RetryStageExecution(
  input: RetryStageExecutionInput,
  call: CodePipelineCall,
): Promise<RetryStageExecutionOutput> {
  const { pipelineName, pipelineExecutionId, stageName, retryMode } = input;
  const { rooms } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, pipelineName);
    await requireStage(tx, call, pipeline, stageName);
    const row = await findExecution(tx, pipeline.id, pipelineExecutionId);
    if (row === undefined) throw notLatestExecution(stageName, pipelineExecutionId);
    const answer = await retryStage({ tx, pipeline, row, rooms }, stageName, retryMode);
    if (answer !== 'retried') throw refusal(answer, input);
  });
  return { pipelineExecutionId };
}

function refusal(
  answer: Exclude<RetryAnswer, 'retried'>,
  { pipelineName, stageName, pipelineExecutionId }: RetryStageExecutionInput,
): ServiceError {
  switch (answer) {
    case 'full':
      return concurrentExecutionsLimitExceeded(pipelineName);
    case 'busy':
      return conflict(`Stage '${stageName}' is under way already`);
    case 'not-latest':
      return notLatestExecution(stageName, pipelineExecutionId);
    case 'not-retryable':
      return stageNotRetryable(stageName, pipelineExecutionId);
  }
}
