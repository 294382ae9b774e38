import { openDoor } from '../../../engine/orders/open-door.ts';
import { type CodePipelineCall, requireLockedPipeline, requireStage } from '../find.ts';
import type { EnableStageTransitionInput } from '../shapes.ts';

/** Whoever waited before the door enters at once, unless it was closed for more than 30 days. */
export async function EnableStageTransition(input: EnableStageTransitionInput, call: CodePipelineCall): Promise<void> {
  const { rooms, principal } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    await requireStage(tx, call, pipeline, input.stageName);
    const opening = { stage: input.stageName, side: input.transitionType, by: principal.arn };
    await openDoor(tx, pipeline, opening, rooms);
  });
}
