import { arn } from '../kernel/arn.ts';
import type { ServiceEvent } from './events.ts';

/** The events of CodePipeline, with the exact JSON of their details. */
export interface ExecutionOfEvent {
  readonly account: string;
  readonly region: string;
  readonly pipelineName: string;
  readonly version: number;
  readonly executionId: string;
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
}

export function pipelineEvent(execution: ExecutionOfEvent, detail: PipelineEventDetail): ServiceEvent {
  const { state, triggerType, triggerDetail, stopReason } = detail;
  const trigger = {
    'trigger-type': triggerType,
    ...(triggerDetail === null ? {} : { 'trigger-detail': triggerDetail }),
  };
  return event('CodePipeline Pipeline Execution State Change', execution, {
    ...common(execution),
    'execution-trigger': trigger,
    state,
    ...(stopReason ? { 'stop-execution-comments': stopReason } : {}),
  });
}

export function stageEvent(execution: ExecutionOfEvent, stage: string, state: StageState): ServiceEvent {
  return event('CodePipeline Stage Execution State Change', execution, { ...common(execution), stage, state });
}

export interface ActionOfEvent {
  readonly stage: string;
  readonly action: string;
  readonly actionExecutionId: string;
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

export function actionEvent(execution: ExecutionOfEvent, action: ActionOfEvent, state: ActionState): ServiceEvent {
  const { owner, category, provider, version } = action.type;
  return event('CodePipeline Action Execution State Change', execution, {
    ...common(execution),
    stage: action.stage,
    'action-execution-id': action.actionExecutionId,
    action: action.action,
    ...(action.result === undefined ? {} : { 'execution-result': resultOf(action.result) }),
    'input-artifacts': action.inputArtifacts.map(artifactOf),
    'output-artifacts': action.outputArtifacts.map(artifactOf),
    state,
    region: action.region,
    type: { owner, provider, category, version },
  });
}

function common(execution: ExecutionOfEvent): Record<string, unknown> {
  return {
    pipeline: execution.pipelineName,
    'execution-id': execution.executionId,
    'start-time': new Date(execution.started).toISOString(),
    version: execution.version,
    'pipeline-execution-attempt': 1,
  };
}

function resultOf(result: ExecutionResult): Record<string, string> {
  const members = {
    'external-execution-url': result.externalUrl,
    'external-execution-summary': result.summary,
    'external-execution-id': result.externalId,
    'error-code': result.errorCode,
  };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function artifactOf({ name, bucket, key }: ArtifactOfEvent): object {
  return { name, s3location: { bucket, key } };
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
