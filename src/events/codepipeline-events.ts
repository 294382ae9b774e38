import { arn } from '../kernel/arn.ts';
import { decimal } from './decimal.ts';
import type { ServiceEvent } from './events.ts';

/**
 * The events of CodePipeline, with the exact JSON of their details. Gaps: the start-time of a stage's event is the execution's, as in
 * AWS's samples; whether AWS tells the stage's own was not seen.
 */
export interface ExecutionOfEvent {
  readonly account: string;
  readonly region: string;
  readonly pipelineName: string;
  readonly version: number;
  readonly executionId: string;
  /** From 1; each retry begins the next. */
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly time: number;
}

export type PipelineState =
  | 'STARTED'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'RESUMED'
  | 'CANCELED'
  | 'SUPERSEDED'
  | 'STOPPING'
  | 'STOPPED';

export type StageState = Exclude<PipelineState, 'SUPERSEDED'>;

export type ActionState = 'STARTED' | 'SUCCEEDED' | 'FAILED' | 'CANCELED' | 'ABANDONED';

export interface PipelineEventDetail {
  readonly state: PipelineState;
  readonly triggerType: string;
  readonly triggerDetail: string | null;
  readonly stopReason?: string | null | undefined;
  /** Of an execution that a git trigger started, at its end. */
  readonly commit?: TriggeringCommit | undefined;
}

/** The variables of the source action whose commit started an execution. */
export type TriggeringCommit = Readonly<Record<string, string>>;

/** The event of the start says what started it; the end of what a git trigger started tells of the commit. */
export function pipelineEvent(execution: ExecutionOfEvent, detail: PipelineEventDetail): ServiceEvent {
  const { state, stopReason, commit } = detail;
  return event('CodePipeline Pipeline Execution State Change', execution, {
    ...common(execution),
    ...(state === 'STARTED' ? { 'execution-trigger': triggerOf(detail) } : {}),
    ...(commit === undefined ? {} : { 'execution-trigger': commitOf(commit) }),
    state,
    ...version(execution),
    ...(stopReason ? { 'stop-execution-comments': stopReason } : {}),
  });
}

function triggerOf({ triggerType, triggerDetail }: PipelineEventDetail): Record<string, string> {
  return { 'trigger-type': triggerType, ...(triggerDetail === null ? {} : { 'trigger-detail': triggerDetail }) };
}

function commitOf({ TagName, ...variables }: TriggeringCommit): Record<string, string> {
  return given({
    'author-display-name': variables.AuthorDisplayName,
    'full-repository-name': variables.FullRepositoryName ?? variables.RepositoryName,
    'provider-type': variables.ProviderType,
    'author-email': variables.AuthorEmail,
    'commit-message': variables.CommitMessage,
    'author-date': variables.AuthorDate,
    ...(TagName === undefined ? { 'branch-name': variables.BranchName } : { 'tag-name': TagName }),
    'commit-id': variables.CommitId,
    'connection-arn': variables.ConnectionArn,
    'author-id': variables.AuthorId,
  });
}

export interface StageEventDetail {
  readonly stage: string;
  readonly state: StageState;
  /** When the stage was last retried, in milliseconds. */
  readonly retried: number | undefined;
}

/** A stage that was retried tells when, from then on; in AWS's sample of a RESUMED event that stands in the place of the start. */
export function stageEvent(execution: ExecutionOfEvent, { stage, state, retried }: StageEventDetail): ServiceEvent {
  const { 'start-time': start, ...head } = common(execution);
  return event('CodePipeline Stage Execution State Change', execution, {
    ...head,
    ...(state === 'RESUMED' && retried !== undefined ? {} : { 'start-time': start }),
    ...(retried === undefined ? {} : { 'stage-last-retry-attempt-time': new Date(retried).toISOString() }),
    stage,
    state,
    ...version(execution),
  });
}

export interface ActionOfEvent {
  readonly stage: string;
  readonly action: string;
  readonly actionExecutionId: string;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly region: string;
  readonly type: {
    readonly owner: string;
    readonly category: string;
    readonly provider: string;
    readonly version: string;
  };
  readonly inputArtifacts: readonly ArtifactOfEvent[];
  readonly outputArtifacts: readonly ArtifactOfEvent[];
  readonly result?: ExecutionResult | undefined;
}

export interface ArtifactOfEvent {
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
}

export interface ExecutionResult {
  readonly externalId: string | undefined;
  readonly externalUrl: string | undefined;
  readonly summary: string | undefined;
  readonly errorCode: string | undefined;
}

/** Artifacts are told of while they are good for something: inputs at the start, outputs of what succeeded. */
export function actionEvent(execution: ExecutionOfEvent, action: ActionOfEvent, state: ActionState): ServiceEvent {
  const { owner, category, provider, version: typeVersion } = action.type;
  const succeeded = state === 'SUCCEEDED';
  return event('CodePipeline Action Execution State Change', execution, {
    ...common(execution, action.started),
    stage: action.stage,
    ...(action.result === undefined ? {} : { 'execution-result': resultOf(action.result) }),
    ...artifacts('input-artifacts', state === 'STARTED' || succeeded ? action.inputArtifacts : []),
    ...artifacts('output-artifacts', succeeded ? action.outputArtifacts : []),
    'action-execution-id': action.actionExecutionId,
    action: action.action,
    state,
    region: action.region,
    type: { owner, provider, category, version: typeVersion },
    ...version(execution),
  });
}

function artifacts(member: string, of: readonly ArtifactOfEvent[]): Record<string, unknown> {
  if (of.length === 0) return {};
  return { [member]: of.map(({ name, bucket, key }) => ({ name, s3location: { bucket, key } })) };
}

function common(execution: ExecutionOfEvent, started = execution.started): Record<string, unknown> {
  return {
    pipeline: execution.pipelineName,
    'execution-id': execution.executionId,
    'start-time': new Date(started).toISOString(),
  };
}

function version(execution: ExecutionOfEvent): Record<string, unknown> {
  return {
    version: decimal(execution.version),
    'pipeline-execution-attempt': decimal(execution.attempt),
  };
}

function resultOf(result: ExecutionResult): Record<string, string> {
  return given({
    'external-execution-url': result.externalUrl,
    'external-execution-summary': result.summary,
    'external-execution-id': result.externalId,
    'error-code': result.errorCode,
  });
}

/** The members that have a value. */
function given(members: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function event(
  detailType: string,
  execution: ExecutionOfEvent,
  detail: Readonly<Record<string, unknown>>,
): ServiceEvent {
  const { account, region, time, pipelineName } = execution;
  return {
    source: 'aws.codepipeline',
    detailType,
    account,
    region,
    time,
    resources: [arn('codepipeline', region, account, pipelineName)],
    detail,
  };
}
