import { findExecution } from '../../../store/codepipeline/executions.ts';
import { pipelineExecutionNotFound } from '../errors.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import type { GetPipelineExecutionInput, GetPipelineExecutionOutput } from '../shapes.ts';
import { executionDetail } from '../views/views.ts';

export async function GetPipelineExecution(
  { pipelineName, pipelineExecutionId }: GetPipelineExecutionInput,
  call: CodePipelineCall,
): Promise<GetPipelineExecutionOutput> {
  return call.rooms.database.read(async (reader) => {
    const pipeline = await requirePipeline(reader, call, pipelineName);
    const row = await findExecution(reader, pipeline.id, pipelineExecutionId);
    if (row === undefined) throw pipelineExecutionNotFound(pipelineName, pipelineExecutionId);
    return { pipelineExecution: executionDetail(row, pipelineName) };
  });
}
