import type { Declaration } from '../../src/engine/facts/declaration.ts';

/** What stands in the database after a commit. */
export interface Snapshot {
  readonly pipelines: ReadonlyMap<string, PipelineFact>;
  readonly executions: ReadonlyMap<string, ExecutionFact>;
  /** By execution and stage. */
  readonly stages: ReadonlyMap<string, StageFact>;
  readonly actions: ReadonlyMap<string, ActionFact>;
  readonly conditions: ReadonlyMap<string, ConditionFact>;
  readonly rules: ReadonlyMap<string, RuleFact>;
  readonly jobs: ReadonlyMap<string, JobFact>;
  readonly doors: readonly DoorFact[];
  /** Polled sources, by pipeline and action. */
  readonly watches: ReadonlyMap<string, WatchFact>;
  /** By pipeline and action. */
  readonly putRevisions: ReadonlyMap<string, PutRevisionFact>;
  /** Executions whose artifacts were swept. */
  readonly swept: ReadonlyMap<string, { readonly executionId: string }>;
  /** By kind and key. */
  readonly work: ReadonlyMap<string, WorkFact>;
  readonly deliveries: ReadonlyMap<string, { readonly id: string; readonly lane: string }>;
  /** Those in the outbox, in order. */
  readonly outbox: readonly { readonly sequence: number; readonly event: string }[];
  /** The stages an execution runs or has come through: those of a rollback end with the stage it is for. */
  stagesOf(execution: ExecutionFact): Declaration['stages'];
}

export interface PipelineFact {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export interface ExecutionFact {
  readonly sequence: number;
  readonly id: string;
  readonly pipelineId: string;
  readonly version: number;
  readonly mode: 'SUPERSEDED' | 'QUEUED' | 'PARALLEL';
  readonly status: string;
  readonly ending: string;
  readonly stage: number;
  readonly inside: number;
  readonly triggerType: string;
  readonly triggerDetail: string | null;
  readonly clientToken: string | null;
  /** JSON, as are the next two. */
  readonly variables: string;
  readonly overrides: string;
  readonly sourceRevisions: string;
  readonly type: 'STANDARD' | 'ROLLBACK';
  readonly rollbackTarget: string | null;
  readonly lastStage: number | null;
}

export interface StageFact {
  readonly sequence: number;
  readonly executionId: string;
  readonly pipelineId: string;
  readonly stage: string;
  readonly status: string;
  /** 1 for those that hold no lock. */
  readonly parallel: number;
  /** How often it was run again by itself, and by somebody. */
  readonly autoRetries: number;
  readonly manualRetries: number;
}

export interface ActionFact {
  readonly sequence: number;
  readonly id: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly action: string;
  readonly status: string;
  readonly begun: number;
  readonly token: string | null;
  readonly updatedBy: string | null;
  readonly deadline: number;
  /** 1 once a retry has taken its place. */
  readonly setAside: number;
  /** JSON, as is what it ended with. */
  readonly input: string;
  readonly output: string | null;
}

export interface ConditionFact {
  readonly id: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly hook: 'beforeEntry' | 'onSuccess' | 'onFailure';
  readonly status: string;
  readonly setAside: number;
}

export interface RuleFact {
  readonly id: string;
  readonly conditionId: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly rule: string;
  readonly status: string;
  readonly deadline: number;
}

export interface DoorFact {
  readonly pipelineId: string;
  readonly stage: string;
  readonly side: 'Inbound' | 'Outbound';
  readonly changedAt: number;
}

export interface WatchFact {
  readonly pipelineId: string;
  readonly action: string;
  /** Null when nobody tells of its changes. */
  readonly place: string | null;
  readonly revision: string | null;
}

export interface PutRevisionFact {
  readonly pipelineId: string;
  readonly action: string;
  readonly revisionId: string;
  readonly executionId: string;
}

export interface JobFact {
  readonly id: string;
  readonly actionExecutionId: string;
  readonly status: string;
  readonly nonce: string | null;
  readonly offeredUntil: number | null;
  readonly continuationToken: string | null;
  readonly deadline: number;
}

export interface WorkFact {
  readonly kind: string;
  readonly key: string;
  readonly due: number;
  readonly node: string | null;
  readonly leaseUntil: number | null;
  readonly againAt: number | null;
}

export const NOTHING: Snapshot = {
  pipelines: new Map(),
  executions: new Map(),
  stages: new Map(),
  actions: new Map(),
  conditions: new Map(),
  rules: new Map(),
  jobs: new Map(),
  doors: [],
  watches: new Map(),
  putRevisions: new Map(),
  swept: new Map(),
  work: new Map(),
  deliveries: new Map(),
  outbox: [],
  stagesOf: () => {
    throw new Error('There is nothing yet');
  },
};

const UNFINISHED: readonly string[] = ['InProgress', 'Stopping'];

export function isUnfinished({ status }: { readonly status: string }): boolean {
  return UNFINISHED.includes(status);
}

/** How often it was run again. */
export function retriesOf(stage: StageFact | undefined): number {
  return (stage?.autoRetries ?? 0) + (stage?.manualRetries ?? 0);
}

const OPEN_JOB: readonly string[] = ['Queued', 'Dispatched', 'InProgress'];

/** Of a worker's. */
export function isOpenJob(job: JobFact | undefined): boolean {
  return job !== undefined && OPEN_JOB.includes(job.status);
}

export function stageKey(executionId: string, stage: string): string {
  return `${executionId}/${stage}`;
}
