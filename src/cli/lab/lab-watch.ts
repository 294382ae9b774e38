import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  type ActionExecutionDetail,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListActionExecutionsCommand,
  ListPipelineExecutionsCommand,
  PutApprovalResultCommand,
} from '@aws-sdk/client-codepipeline';
import type { LabClients } from './lab-clients.ts';
import { LabError, NAMES } from './lab-place.ts';

const LOOK_EVERY_MS = 120;

/** An action of the execution that is watched. */
export interface WatchedAction {
  readonly stage: string;
  readonly action: string;
  readonly status: 'InProgress' | 'Succeeded' | 'Failed' | 'Abandoned';
  readonly started: Date;
  readonly updated: Date;
  readonly detail: string | undefined;
  readonly externalId: string | undefined;
}

export interface Sight {
  readonly status: string;
  /** In the order they were started. */
  readonly actions: readonly WatchedAction[];
  /** Build log lines that are new since the last look. */
  readonly lines: readonly string[];
}

/** The newest execution of the pipeline that is not among `known`, once there is one. */
export async function nextExecution(clients: LabClients, known: ReadonlySet<string>, seconds: number): Promise<string> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const { pipelineExecutionSummaries = [] } = await clients.codepipeline.send(
      new ListPipelineExecutionsCommand({ pipelineName: NAMES.pipeline, maxResults: 5 }),
    );
    const id = pipelineExecutionSummaries
      .map(({ pipelineExecutionId }) => pipelineExecutionId)
      .find((each) => each && !known.has(each));
    if (id !== undefined) return id;
    if (Date.now() > deadline) throw new LabError(`The push did not start the pipeline within ${seconds} seconds`);
    await pause();
  }
}

/** Looks at an execution until it is over, approves what waits for approval, and hands every sight to `show`. */
export async function watchExecution(clients: LabClients, id: string, show: (sight: Sight) => void): Promise<Sight> {
  const log = buildLog(clients);
  for (;;) {
    const sight = await look(clients, id, log);
    show(sight);
    if (sight.status !== 'InProgress' && sight.status !== 'Stopping') return sight;
    await approve(clients, id, sight);
    await pause();
  }
}

async function look(
  clients: LabClients,
  id: string,
  log: (actions: readonly WatchedAction[]) => Promise<string[]>,
): Promise<Sight> {
  // Status first: when it says the end, every action seen afterwards has ended.
  const { pipelineExecution } = await clients.codepipeline.send(
    new GetPipelineExecutionCommand({ pipelineName: NAMES.pipeline, pipelineExecutionId: id }),
  );
  const { actionExecutionDetails = [] } = await clients.codepipeline.send(
    new ListActionExecutionsCommand({ pipelineName: NAMES.pipeline, filter: { pipelineExecutionId: id } }),
  );
  const actions = actionExecutionDetails.map(watched).reverse();
  return { status: pipelineExecution?.status ?? 'gone', actions, lines: await log(actions) };
}

function watched(detail: ActionExecutionDetail): WatchedAction {
  const result = detail.output?.executionResult;
  return {
    stage: detail.stageName ?? '',
    action: detail.actionName ?? '',
    status: detail.status ?? 'InProgress',
    started: detail.startTime ?? new Date(0),
    updated: detail.lastUpdateTime ?? new Date(0),
    detail: result?.errorDetails?.message ?? result?.externalExecutionSummary,
    externalId: result?.externalExecutionId,
  };
}

/** Reads on in the log of the build, from where it was left. */
function buildLog({ logs }: LabClients): (actions: readonly WatchedAction[]) => Promise<string[]> {
  let nextToken: string | undefined;
  return async (actions) => {
    const stream = actions.find(({ stage }) => stage === 'Build')?.externalId?.split(':')[1];
    if (stream === undefined) return [];
    try {
      const answer = await logs.send(
        new GetLogEventsCommand({
          logGroupName: `/aws/codebuild/${NAMES.project}`,
          logStreamName: stream,
          startFromHead: true,
          nextToken,
        }),
      );
      nextToken = answer.nextForwardToken;
      return (answer.events ?? []).map(({ message = '' }) => message.trimEnd());
    } catch (error) {
      // The stream is there from provisioning on.
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return [];
      throw error;
    }
  };
}

async function approve({ codepipeline }: LabClients, id: string, sight: Sight): Promise<void> {
  const waiting = sight.actions.find(({ stage, status }) => stage === 'Approve' && status === 'InProgress');
  if (waiting === undefined) return;
  const { stageStates = [] } = await codepipeline.send(new GetPipelineStateCommand({ name: NAMES.pipeline }));
  const stage = stageStates.find(({ stageName }) => stageName === waiting.stage);
  const token = stage?.actionStates?.find(({ actionName }) => actionName === waiting.action)?.latestExecution?.token;
  if (token === undefined || stage?.latestExecution?.pipelineExecutionId !== id) return;
  await codepipeline.send(
    new PutApprovalResultCommand({
      pipelineName: NAMES.pipeline,
      stageName: waiting.stage,
      actionName: waiting.action,
      result: { status: 'Approved', summary: 'Approved by the lab' },
      token,
    }),
  );
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}
