import {
  type ActionDeclaration,
  type CodePipelineClient,
  CreatePipelineCommand,
  type ExecutionMode,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  type PipelineDeclaration,
  type StageDeclaration,
  type StageState,
  StartPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { waitFor } from './wait.ts';

/** Declarations of pipelines of dummy actions, in few words. */
export function action(
  name: string,
  settings: Partial<ActionDeclaration> & { readonly outcome?: string } = {},
): ActionDeclaration {
  const { outcome, ...more } = settings;
  return {
    name,
    actionTypeId: { category: 'Build', owner: 'AWS', provider: 'Dummy', version: '1' },
    ...(outcome === undefined ? {} : { configuration: { Outcome: outcome } }),
    ...more,
  };
}

export function source(name = 'Fetch', settings: Partial<ActionDeclaration> = {}): ActionDeclaration {
  return {
    name,
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'Dummy', version: '1' },
    outputArtifacts: [{ name: `${name}Output` }],
    ...settings,
  };
}

export function approval(name = 'Approve', settings: Partial<ActionDeclaration> = {}): ActionDeclaration {
  return { name, actionTypeId: { category: 'Approval', owner: 'AWS', provider: 'Manual', version: '1' }, ...settings };
}

export function stage(name: string, ...actions: ActionDeclaration[]): StageDeclaration {
  return { name, actions };
}

export function pipeline(
  name: string,
  stages: StageDeclaration[],
  settings: Partial<PipelineDeclaration> = {},
): PipelineDeclaration {
  return {
    name,
    roleArn: 'arn:aws:iam::123456789012:role/pipeline',
    artifactStore: { type: 'S3', location: 'artifacts' },
    pipelineType: 'V2',
    stages,
    ...settings,
  };
}

/** Creates it, and lets the run that creating starts come to its end, so that a test begins with a quiet pipeline. */
export async function create(client: CodePipelineClient, declaration: PipelineDeclaration): Promise<void> {
  await client.send(new CreatePipelineCommand({ pipeline: declaration }));
}

/** A variable without a default value keeps a new pipeline from running at once. */
export const QUIET = { variables: [{ name: 'Reason' }] };

export async function start(client: CodePipelineClient, name: string): Promise<string> {
  const { pipelineExecutionId } = await client.send(
    new StartPipelineExecutionCommand({ name, variables: [{ name: 'Reason', value: 'a test' }] }),
  );
  return pipelineExecutionId ?? '';
}

export async function statusOf(
  client: CodePipelineClient,
  pipelineName: string,
  pipelineExecutionId: string,
): Promise<string> {
  const { pipelineExecution } = await client.send(
    new GetPipelineExecutionCommand({ pipelineName, pipelineExecutionId }),
  );
  return pipelineExecution?.status ?? 'none';
}

export function untilStatus(
  client: CodePipelineClient,
  pipelineName: string,
  id: string,
  status: string,
  seconds?: number,
): Promise<string> {
  const look = async () => {
    const now = await statusOf(client, pipelineName, id);
    return now === status ? now : undefined;
  };
  return waitFor(`${pipelineName} ${id} to be ${status}`, look, seconds);
}

export async function stageState(client: CodePipelineClient, name: string, stageName: string): Promise<StageState> {
  const { stageStates = [] } = await client.send(new GetPipelineStateCommand({ name }));
  return stageStates.find((state) => state.stageName === stageName) ?? {};
}

/** Waits until the execution is inside the stage. */
export function untilInside(
  client: CodePipelineClient,
  name: string,
  stageName: string,
  id: string,
): Promise<StageState> {
  return waitFor(`${id} to be inside ${stageName}`, async () => {
    const state = await stageState(client, name, stageName);
    const { latestExecution } = state;
    return latestExecution?.pipelineExecutionId === id && latestExecution.status === 'InProgress' ? state : undefined;
  });
}

/** The token of the approval that stands first in the stage, once it is asked for: some time after the stage was entered. */
export function approvalToken(client: CodePipelineClient, name: string, stageName: string): Promise<string> {
  return waitFor(`the approval in ${stageName} of ${name} to be asked for`, async () => {
    const { actionStates } = await stageState(client, name, stageName);
    return actionStates?.[0]?.latestExecution?.token;
  });
}

/** Waits until the executions wait before the stage, in that order. */
export function untilInbound(
  client: CodePipelineClient,
  name: string,
  stageName: string,
  ids: readonly string[],
): Promise<StageState> {
  return waitFor(`${ids.join(', ')} to wait before ${stageName}`, async () => {
    const state = await stageState(client, name, stageName);
    const waiting = (state.inboundExecutions ?? []).map(({ pipelineExecutionId }) => pipelineExecutionId);
    return JSON.stringify(waiting) === JSON.stringify(ids) ? state : undefined;
  });
}

export async function actionsOf(client: CodePipelineClient, pipelineName: string, pipelineExecutionId: string) {
  const { actionExecutionDetails = [] } = await client.send(
    new ListActionExecutionsCommand({ pipelineName, filter: { pipelineExecutionId } }),
  );
  return actionExecutionDetails.reverse();
}

/** Every attempt at an action with what became of it, in the order they were started. */
export async function storyOf(client: CodePipelineClient, name: string, id: string): Promise<string[]> {
  return (await actionsOf(client, name, id)).map(({ actionName, status }) => `${actionName} ${status}`);
}

export async function untilRunning(
  client: CodePipelineClient,
  name: string,
  id: string,
  actionName: string,
): Promise<void> {
  await waitFor(`${actionName} of ${id} to run`, async () =>
    (await storyOf(client, name, id)).includes(`${actionName} InProgress`),
  );
}

export const MODES: readonly ExecutionMode[] = ['SUPERSEDED', 'QUEUED', 'PARALLEL'];
