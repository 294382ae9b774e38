import type { ActionProvider, ActionRun, Progress, RevisionOverride } from '../../actions/action.ts';
import { isServiceError } from '../../kernel/service-error.ts';
import {
  type ActionProgress,
  type AttemptInPlace,
  findAttemptInPlace,
  recordHindrance,
  recordProgress,
} from '../../store/codepipeline/action-executions.ts';
import { again, type Conclusion, done, inTransaction } from '../../work/work.ts';
import { endWhatRuns } from '../end-what-runs.ts';
import { ACTION_WORK, type EngineRooms } from '../engine-rooms.ts';
import type { ActionInput } from '../facts/action-record.ts';
import type { Declaration } from '../facts/declaration.ts';
import { askInSight, timedOut, type Waiting } from '../hindered.ts';
import type { StartRequest } from '../orders/start-execution.ts';
import { openValues } from '../prepare/sealed-actions.ts';
import { wrongByVariables } from './check-resolved.ts';
import { type Completion, completeAction } from './complete-action.ts';

/** Performs one action: has its provider start it or look at it, and records what the provider says. */
export async function performAction(actionExecutionId: string, rooms: EngineRooms): Promise<Conclusion> {
  const performance = await load(actionExecutionId, rooms);
  if (performance === undefined) return done;
  const { provider } = performance;
  if (provider === undefined) {
    const { provider: name } = performance.input.actionTypeId;
    return complete(performance, failed('ConfigurationError', `This server has no action provider ${name}`), rooms);
  }
  if (rooms.clock.now() >= performance.row.deadline) return timeOut(performance, provider, rooms);
  const progress = await askInSight(() => askProvider(performance, provider), waiting(performance), rooms);
  return record(performance, progress, rooms);
}

interface Performance {
  readonly row: AttemptInPlace;
  readonly input: ActionInput;
  readonly run: ActionRun;
  readonly provider: ActionProvider | undefined;
}

async function load(id: string, rooms: EngineRooms): Promise<Performance | undefined> {
  const fresh = rooms.fresh.find(id);
  return rooms.database.read(async (reader) => {
    const row = fresh ?? (await findAttemptInPlace(reader, id));
    if (row === undefined || row.status !== 'InProgress') return undefined;
    const input: ActionInput = JSON.parse(row.input);
    const declaration = await rooms.declarations.find(reader, row.pipelineId, row.version);
    if (declaration === undefined) return undefined;
    const provider = await rooms.providers.find(reader, row, input.actionTypeId);
    const configuration = openValues(input.resolvedConfiguration, input.secrets ?? [], row, rooms.secrets);
    return { row, input, provider, run: runOf({ row, input, configuration, declaration }) };
  });
}

interface Loaded {
  readonly row: AttemptInPlace;
  readonly input: ActionInput;
  /** With its secrets in clear. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly declaration: Declaration;
}

function runOf({ row, input, configuration, declaration }: Loaded): ActionRun {
  return {
    actionExecutionId: row.id,
    pipelineExecutionId: row.executionId,
    account: row.account,
    region: input.region,
    pipelineName: row.pipelineName,
    stageName: row.stage,
    actionName: row.action,
    configuration,
    commands: input.commands,
    copies: input.copies ?? [],
    inputs: input.inputArtifacts,
    outputs: input.outputArtifacts,
    roleArn: input.roleArn ?? declaration.roleArn,
    encryptionKey: (declaration.artifactStore ?? declaration.artifactStores?.[input.region])?.encryptionKey,
    revisionOverride: overrideOf(row),
    externalExecutionId: row.externalId ?? undefined,
    startedAt: row.started,
    deadline: row.deadline,
    wake: { kind: ACTION_WORK, key: row.id },
  };
}

/** A key and a version of S3 that are named together are one revision. */
function overrideOf({ action, overrides: stored }: AttemptInPlace): RevisionOverride | undefined {
  const overrides: StartRequest['overrides'] = JSON.parse(stored);
  const own = overrides.filter(({ actionName }) => actionName === action);
  const override = own.find(({ revisionType }) => revisionType !== 'S3_OBJECT_KEY') ?? own[0];
  if (override === undefined) return undefined;
  const { revisionType: type, revisionValue: value, origin } = override;
  return { type, value, origin, objectKey: own.find((other) => other !== override)?.revisionValue };
}

function waiting({ row }: Performance): Waiting {
  return { summary: row.summary, note: (tx, summary, now) => recordHindrance(tx, row.id, summary, now) };
}

async function askProvider({ row, run, input }: Performance, provider: ActionProvider): Promise<Progress> {
  try {
    if (row.begun === 1) return await provider.poll(run);
    const wrong = wrongByVariables(input, run, provider);
    return wrong === undefined ? await provider.start(run) : failure('ConfigurationError', wrong);
  } catch (error) {
    if (isServiceError(error) && error.status < 500) return failure(error.code, error.message);
    throw error;
  }
}

function failure(code: string, message: string): Progress {
  return { kind: 'failed', code, message };
}

async function timeOut(performance: Performance, provider: ActionProvider, rooms: EngineRooms): Promise<Conclusion> {
  const ended = await endWhatRuns(performance.row.id, () => provider.stop(performance.run), rooms);
  if (ended !== undefined) return record(performance, ended, rooms);
  const { message, summary } = timedOut('action', performance.row);
  return complete(performance, { ...failed('TimeoutError', message), summary }, rooms);
}

function record(performance: Performance, progress: Progress, rooms: EngineRooms): Conclusion {
  switch (progress.kind) {
    case 'running':
      return keepRunning(performance, progress, rooms);
    case 'succeeded':
      return complete(
        performance,
        {
          status: 'Succeeded',
          variables: progress.outputVariables,
          revision: progress.revision,
          ...reported(progress),
        },
        rooms,
      );
    case 'failed':
      return complete(performance, { ...failed(progress.code, progress.message), ...reported(progress) }, rooms);
  }
}

function keepRunning(
  { row }: Performance,
  progress: Extract<Progress, { kind: 'running' }>,
  rooms: EngineRooms,
): Conclusion {
  const report = { ...reported(progress), token: progress.token };
  return inTransaction(async (tx) => {
    const running = await recordProgress(tx, row.id, report, rooms.clock.now());
    return running ? again(Math.min(progress.pollAt ?? row.deadline, row.deadline)) : done;
  }, row.pipelineId);
}

function complete({ row }: Performance, completion: Completion, rooms: EngineRooms): Conclusion {
  return inTransaction(async (tx) => {
    await completeAction(tx, row, completion, rooms);
    return done;
  }, row.pipelineId);
}

function failed(code: string, message: string): Extract<Completion, { status: 'Failed' }> {
  return { status: 'Failed', code, message };
}

function reported(progress: Progress): ActionProgress {
  return {
    externalId: progress.externalExecutionId,
    externalUrl: progress.externalExecutionUrl,
    summary: progress.summary,
    percentComplete: progress.percentComplete,
    logStreamArn: progress.logStreamArn,
  };
}
