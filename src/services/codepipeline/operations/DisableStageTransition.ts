import { disableTransition } from '../../../store/codepipeline/transitions.ts';
import { type CodePipelineCall, requireLockedPipeline, requireStage } from '../find.ts';
import type { DisableStageTransitionInput } from '../shapes.ts';

/** Executions that reach the door wait before it; those inside the stage go on. */
export async function DisableStageTransition(
  input: DisableStageTransitionInput,
  call: CodePipelineCall,
): Promise<void> {
  const { rooms, principal, now } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    await requireStage(tx, call, pipeline, input.stageName);
    await disableTransition(tx, pipeline.id, {
      stage: input.stageName,
      side: input.transitionType,
      reason: input.reason,
      changedBy: principal.arn,
      changedAt: now,
    });
  });
}
