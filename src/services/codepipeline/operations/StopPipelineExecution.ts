import { stopExecution } from '../../../engine/orders/stop-execution.ts';
import { findExecution } from '../../../store/codepipeline/executions.ts';
import { duplicatedStopRequest, executionNotStoppable } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type { StopPipelineExecutionInput, StopPipelineExecutionOutput } from '../shapes.ts';

/**
 * Stop and wait, or stop and abandon; the second may follow the first. Gaps: the model has no error for an unknown execution; it is
 * answered as one that cannot be stopped.
 */
export async function StopPipelineExecution(
  { pipelineName, pipelineExecutionId, abandon = false, reason }: StopPipelineExecutionInput,
  call: CodePipelineCall,
): Promise<StopPipelineExecutionOutput> {
  await call.rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, pipelineName);
    const execution = await findExecution(tx, pipeline.id, pipelineExecutionId);
    if (execution === undefined) throw executionNotStoppable(pipelineExecutionId, 'unknown');
    if (execution.status !== 'InProgress' && execution.status !== 'Stopping') {
      throw executionNotStoppable(pipelineExecutionId, execution.status);
    }
    if (execution.status === 'Stopping' && !abandon) throw duplicatedStopRequest(pipelineExecutionId);
    await stopExecution(tx, pipeline, execution, { abandon, reason: reason ?? null }, call.rooms);
  });
  return { pipelineExecutionId };
}
