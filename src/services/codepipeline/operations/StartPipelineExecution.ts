import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type { StartPipelineExecutionInput, StartPipelineExecutionOutput } from '../shapes.ts';
import { startPipeline } from '../starts/start-pipeline.ts';

export async function StartPipelineExecution(
  input: StartPipelineExecutionInput,
  call: CodePipelineCall,
): Promise<StartPipelineExecutionOutput> {
  const { rooms, principal } = call;
  const pipelineExecutionId = await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.name);
    const start = {
      trigger: { triggerType: 'StartPipelineExecution', triggerDetail: principal.arn },
      variables: input.variables,
      overrides: input.sourceRevisions,
      token: input.clientRequestToken,
    } as const;
    return startPipeline(tx, pipeline, start, rooms);
  });
  return { pipelineExecutionId };
}
