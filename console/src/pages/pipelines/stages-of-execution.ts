import {
  type ActionExecutionDetail,
  type CodePipelineClient,
  GetPipelineStateCommand,
  paginateListActionExecutions,
  type StageExecutionStatus,
  type StageState,
} from '@aws-sdk/client-codepipeline';

/** How the stages of one execution stand, by what its actions did: PARALLEL executions have no state in common. */
export async function stagesOfExecution(
  client: CodePipelineClient,
  pipelineName: string,
  pipelineExecutionId: string,
): Promise<readonly StageState[]> {
  const { stageStates = [] } = await client.send(new GetPipelineStateCommand({ name: pipelineName }));
  const attempts: ActionExecutionDetail[] = [];
  const input = { pipelineName, filter: { pipelineExecutionId } };
  for await (const page of paginateListActionExecutions({ client }, input))
    attempts.push(...(page.actionExecutionDetails ?? []));
  return stageStates.map((stage) => {
    const status = statusOf(stage, attempts);
    return status === undefined ? stage : { ...stage, latestExecution: { pipelineExecutionId, status } };
  });
}

/** `attempts` are newest first: of each action the first counts. */
function statusOf({ stageName, actionStates = [] }: StageState, attempts: readonly ActionExecutionDetail[]) {
  const latest = new Map<string, string>();
  for (const { stageName: of, actionName = '', status = '' } of attempts)
    if (of === stageName && !latest.has(actionName)) latest.set(actionName, status);
  const found = [...latest.values()];
  const worst = ORDER.find(([status]) => found.includes(status));
  if (worst !== undefined) return worst[1];
  if (found.length === 0) return undefined;
  return found.length < actionStates.length ? 'InProgress' : 'Succeeded';
}

const ORDER: readonly (readonly [string, StageExecutionStatus])[] = [
  ['InProgress', 'InProgress'],
  ['Failed', 'Failed'],
  ['Abandoned', 'Stopped'],
];
