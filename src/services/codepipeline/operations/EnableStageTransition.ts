import { settle } from '../../../engine/settle.ts';
import { enableTransition } from '../../../store/pipelines.ts';
import { type CodePipelineCall, requireLockedPipeline, requireStage } from '../find.ts';
import type { EnableStageTransitionInput } from '../shapes.ts';

/** Whoever waited before the door enters at once. */
export async function EnableStageTransition(input: EnableStageTransitionInput, call: CodePipelineCall): Promise<void> {
  const { rooms } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    await requireStage(tx, call, pipeline, input.stageName);
    await enableTransition(tx, pipeline.id, input.stageName, input.transitionType);
    await settle(tx, pipeline, rooms);
  });
}
