import { type ExecutionRow, listExecutions, listExecutionsThatPassed } from '../../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import type { Reader } from '../../../store/database.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import type { ListPipelineExecutionsInput, ListPipelineExecutionsOutput } from '../shapes.ts';
import { beforeSequence, cutPage } from '../views/history-page.ts';
import { executionSummary } from '../views/views.ts';

const PAGE = 100;

/** Newest first. */
export async function ListPipelineExecutions(
  input: ListPipelineExecutionsInput,
  call: CodePipelineCall,
): Promise<ListPipelineExecutionsOutput> {
  const limit = input.maxResults ?? PAGE;
  return call.rooms.database.read(async (reader) => {
    const pipeline = await requirePipeline(reader, call, input.pipelineName);
    const { page, nextToken } = cutPage(listOf(pipeline), await find(reader, pipeline, input, limit + 1), limit);
    return { pipelineExecutionSummaries: page.map(executionSummary), nextToken };
  });
}

function listOf({ id }: PipelineRow): string {
  return `executions/${id}`;
}

function find(
  reader: Reader,
  pipeline: PipelineRow,
  input: ListPipelineExecutionsInput,
  limit: number,
): Promise<ExecutionRow[]> {
  const before = beforeSequence(listOf(pipeline), input.nextToken);
  const stage = input.filter?.succeededInStage?.stageName;
  if (stage === undefined) return listExecutions(reader, pipeline.id, before, limit);
  return listExecutionsThatPassed(
    reader,
    { pipelineId: pipeline.id, stage, version: pipeline.version },
    { before, limit },
  );
}
