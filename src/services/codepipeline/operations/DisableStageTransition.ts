import { disableTransition } from '../../../store/pipelines.ts';
import { stageNotFound } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type { DisableStageTransitionInput } from '../shapes.ts';

/** Executions that reach the door wait before it; those inside the stage go on. */
export async function DisableStageTransition(
  input: DisableStageTransitionInput,
  call: CodePipelineCall,
): Promise<void> {
  const { rooms, principal, now } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    const { stages } = await rooms.declarations.read(tx, pipeline.id, pipeline.version);
    if (!stages.some(({ name }) => name === input.stageName)) throw stageNotFound(pipeline.name, input.stageName);
    await disableTransition(tx, pipeline.id, {
      stage: input.stageName,
      side: input.transitionType,
      reason: input.reason,
      changedBy: principal.arn,
      changedAt: now,
    });
  });
}
