import type { Reader } from '../../../store/database.ts';
import { type ExecutionRow, listExecutions, listExecutionsThatPassed } from '../../../store/executions.ts';
import type { PipelineRow } from '../../../store/pipelines.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import { beforeSequence, cutPage } from '../history-page.ts';
import type { ListPipelineExecutionsInput, ListPipelineExecutionsOutput } from '../shapes.ts';
import { executionSummary } from '../views.ts';

const PAGE = 100;

/** Newest first. */
export async function ListPipelineExecutions(
  input: ListPipelineExecutionsInput,
  call: CodePipelineCall,
): Promise<ListPipelineExecutionsOutput> {
  const limit = input.maxResults ?? PAGE;
  const rows = await call.rooms.database.read(async (reader) =>
    find(reader, await requirePipeline(reader, call, input.pipelineName), input, limit + 1),
  );
  const { page, nextToken } = cutPage(rows, limit);
  return { pipelineExecutionSummaries: page.map(executionSummary), nextToken };
}

function find(
  reader: Reader,
  pipeline: PipelineRow,
  input: ListPipelineExecutionsInput,
  limit: number,
): Promise<ExecutionRow[]> {
  const before = beforeSequence(input.nextToken);
  const stage = input.filter?.succeededInStage?.stageName;
  if (stage === undefined) return listExecutions(reader, pipeline.id, before, limit);
  return listExecutionsThatPassed(
    reader,
    { pipelineId: pipeline.id, stage, version: pipeline.version },
    { before, limit },
  );
}
