import {
  type ActionExecutionRow,
  listActionExecutions,
  listActionsOfExecution,
} from '../../../store/codepipeline/action-executions.ts';
import { findExecution } from '../../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import type { Reader } from '../../../store/database.ts';
import { pipelineExecutionNotFound, validation } from '../errors.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import type { ActionExecutionDetail, ListActionExecutionsInput, ListActionExecutionsOutput } from '../shapes.ts';
import { beforeSequence, cutPage } from '../views/history-page.ts';
import { actionDetail } from '../views/views.ts';

const PAGE = 100;

/** Newest first; of all executions or of one, with all attempts or those that no retry has set aside. */
export async function ListActionExecutions(
  input: ListActionExecutionsInput,
  call: CodePipelineCall,
): Promise<ListActionExecutionsOutput> {
  const limit = input.maxResults ?? PAGE;
  return call.rooms.database.read(async (reader) => {
    const pipeline = await requirePipeline(reader, call, input.pipelineName);
    const { page, nextToken } = cutPage(listOf(pipeline), await find(reader, pipeline, input, limit + 1), limit);
    return { actionExecutionDetails: await details(reader, pipeline, page), nextToken };
  });
}

function listOf({ id }: PipelineRow): string {
  return `action-executions/${id}`;
}

async function find(
  reader: Reader,
  pipeline: PipelineRow,
  input: ListActionExecutionsInput,
  limit: number,
): Promise<ActionExecutionRow[]> {
  const before = beforeSequence(listOf(pipeline), input.nextToken);
  const { pipelineExecutionId, latestInPipelineExecution } = input.filter ?? {};
  if (pipelineExecutionId !== undefined && latestInPipelineExecution !== undefined) {
    throw validation('The filter takes either pipelineExecutionId or latestInPipelineExecution');
  }
  const executionId = pipelineExecutionId ?? latestInPipelineExecution?.pipelineExecutionId;
  if (executionId === undefined) return listActionExecutions(reader, pipeline.id, before, limit);
  if ((await findExecution(reader, pipeline.id, executionId)) === undefined) {
    throw pipelineExecutionNotFound(pipeline.name, executionId);
  }
  const attempts = latestInPipelineExecution?.startTimeRange ?? 'All';
  return listActionsOfExecution(reader, { id: executionId, attempts }, before, limit);
}

async function details(
  reader: Reader,
  pipeline: PipelineRow,
  rows: readonly ActionExecutionRow[],
): Promise<ActionExecutionDetail[]> {
  const versions = new Map<string, number>();
  for (const id of new Set(rows.map(({ executionId }) => executionId))) {
    versions.set(id, (await findExecution(reader, pipeline.id, id))?.version ?? pipeline.version);
  }
  return rows.map((row) => actionDetail(row, versions.get(row.executionId) ?? pipeline.version));
}
