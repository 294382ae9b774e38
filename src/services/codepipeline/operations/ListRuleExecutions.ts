import { findExecution } from '../../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import { listRuleExecutions, type RuleExecutionRow } from '../../../store/codepipeline/rule-executions.ts';
import type { Reader } from '../../../store/database.ts';
import { pipelineExecutionNotFound, validation } from '../errors.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import type { ListRuleExecutionsInput, ListRuleExecutionsOutput, RuleExecutionDetail } from '../shapes.ts';
import { beforeSequence, cutPage } from '../views/history-page.ts';
import { ruleDetail } from '../views/rule-views.ts';

const PAGE = 100;

/** Newest first; of all executions or of one, with all evaluations or those that no retry has set aside. */
export async function ListRuleExecutions(
  input: ListRuleExecutionsInput,
  call: CodePipelineCall,
): Promise<ListRuleExecutionsOutput> {
  const limit = input.maxResults ?? PAGE;
  return call.rooms.database.read(async (reader) => {
    const pipeline = await requirePipeline(reader, call, input.pipelineName);
    const { page, nextToken } = cutPage(listOf(pipeline), await find(reader, pipeline, input, limit + 1), limit);
    return { ruleExecutionDetails: await details(reader, pipeline, page), nextToken };
  });
}

function listOf({ id }: PipelineRow): string {
  return `rule-executions/${id}`;
}

async function find(
  reader: Reader,
  pipeline: PipelineRow,
  { filter, nextToken }: ListRuleExecutionsInput,
  limit: number,
): Promise<RuleExecutionRow[]> {
  const before = beforeSequence(listOf(pipeline), nextToken);
  const { pipelineExecutionId, latestInPipelineExecution } = filter ?? {};
  if (pipelineExecutionId !== undefined && latestInPipelineExecution !== undefined)
    throw validation('The filter takes either pipelineExecutionId or latestInPipelineExecution');
  const executionId = pipelineExecutionId ?? latestInPipelineExecution?.pipelineExecutionId;
  if (executionId !== undefined && (await findExecution(reader, pipeline.id, executionId)) === undefined)
    throw pipelineExecutionNotFound(pipeline.name, executionId);
  const attempts = latestInPipelineExecution?.startTimeRange ?? 'All';
  return listRuleExecutions(reader, { pipelineId: pipeline.id, executionId, attempts }, before, limit);
}

async function details(
  reader: Reader,
  pipeline: PipelineRow,
  rows: readonly RuleExecutionRow[],
): Promise<RuleExecutionDetail[]> {
  const versions = new Map<string, number>();
  for (const id of new Set(rows.map(({ executionId }) => executionId))) {
    versions.set(id, (await findExecution(reader, pipeline.id, id))?.version ?? pipeline.version);
  }
  return rows.map((row) => ruleDetail(row, versions.get(row.executionId) ?? pipeline.version));
}
