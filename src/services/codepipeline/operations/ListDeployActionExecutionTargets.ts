import type { ActionProvider } from '../../../actions/action.ts';
import type { DeployedAction, DeployTarget, DeployTargetEvent } from '../../../actions/deploy-target.ts';
import type { ActionInput } from '../../../engine/facts/action-record.ts';
import { type ActionExecutionRow, findActionExecution } from '../../../store/codepipeline/action-executions.ts';
import { findPipelineById } from '../../../store/codepipeline/pipelines.ts';
import type { Reader } from '../../../store/database.ts';
import { actionExecutionNotFound, validation } from '../errors.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import type {
  DeployActionExecutionTarget,
  DeployTargetEvent as DeployTargetEventView,
  ListDeployActionExecutionTargetsInput,
  ListDeployActionExecutionTargetsOutput,
} from '../shapes.ts';
import { numberIn, tokenOf } from '../views/list-token.ts';

const PAGE = 100;

/**
 * The places a deploy action deploys to. Gaps: the types and states of AWS's targets are told by no public text; these are the
 * provider's own. Deploy actions of other accounts' workers have no targets.
 */
export async function ListDeployActionExecutionTargets(
  input: ListDeployActionExecutionTargetsInput,
  call: CodePipelineCall,
): Promise<ListDeployActionExecutionTargetsOutput> {
  const { actionExecutionId: id, maxResults: limit = PAGE } = input;
  const list = `targets/${id}`;
  const start = numberIn(list, input.nextToken, 0);
  const { row, action, provider } = await call.rooms.database.read((reader) => find(reader, input, call));
  if (action.actionTypeId.category !== 'Deploy')
    throw validation(`The action execution '${id}' is not one of a deploy action`);
  const targets = (await provider?.targets?.(deployed(row, action, call.account))) ?? [];
  const wanted = targets.filter((target) => isWanted(target, input));
  const end = start + limit;
  return {
    targets: wanted.slice(start, end).map(targetView),
    nextToken: wanted.length > end ? tokenOf(list, end) : undefined,
  };
}

interface Found {
  readonly row: ActionExecutionRow;
  readonly action: ActionInput;
  readonly provider: ActionProvider | undefined;
}

async function find(
  reader: Reader,
  { pipelineName, actionExecutionId }: ListDeployActionExecutionTargetsInput,
  call: CodePipelineCall,
): Promise<Found> {
  const named = pipelineName === undefined ? undefined : await requirePipeline(reader, call, pipelineName);
  const row = await findActionExecution(reader, actionExecutionId);
  const pipeline = row && (await findPipelineById(reader, row.pipelineId));
  const own = pipeline?.account === call.account && pipeline.region === call.region;
  if (row === undefined || !own || (named !== undefined && named.id !== row.pipelineId))
    throw actionExecutionNotFound(actionExecutionId);
  const action: ActionInput = JSON.parse(row.input);
  return { row, action, provider: await call.rooms.providers.find(reader, call, action.actionTypeId) };
}

function deployed(row: ActionExecutionRow, action: ActionInput, account: string): DeployedAction {
  return {
    account,
    region: action.region,
    configuration: action.resolvedConfiguration,
    externalExecutionId: row.externalId ?? undefined,
    status: row.status,
    started: row.started,
    ended: row.status === 'InProgress' ? undefined : row.updated,
  };
}

/** Filters must all hold; each takes any of its values. */
function isWanted({ status }: DeployTarget, { filters = [] }: ListDeployActionExecutionTargetsInput): boolean {
  return filters.every(({ name, values = [] }) => name !== 'TARGET_STATUS' || values.includes(status));
}

function targetView({ id, type, status, started, ended, events }: DeployTarget): DeployActionExecutionTarget {
  return {
    targetId: id,
    targetType: type,
    status,
    startTime: time(started),
    endTime: time(ended),
    events: events.map(eventView),
  };
}

function eventView({ name, status, started, ended, message }: DeployTargetEvent): DeployTargetEventView {
  return {
    name,
    status,
    startTime: time(started),
    endTime: time(ended),
    context: message === undefined ? undefined : { message },
  };
}

function time(milliseconds: number | undefined): Date | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds);
}
