import { settle } from '../../../engine/settle.ts';
import { enableTransition } from '../../../store/pipelines.ts';
import { stageNotFound } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type { EnableStageTransitionInput } from '../shapes.ts';

/** Whoever waited before the door enters at once. */
export async function EnableStageTransition(input: EnableStageTransitionInput, call: CodePipelineCall): Promise<void> {
  const { rooms } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    const { stages } = await rooms.declarations.read(tx, pipeline.id, pipeline.version);
    if (!stages.some(({ name }) => name === input.stageName)) throw stageNotFound(pipeline.name, input.stageName);
    await enableTransition(tx, pipeline.id, input.stageName, input.transitionType);
    await settle(tx, pipeline, rooms);
  });
}
