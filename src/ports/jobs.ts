import type { ActionRun, ActionType, SourceRevision } from '../actions/action.ts';
import type { TemporaryCredentials } from './credentials.ts';

/** What is to be done by somebody outside. */
export interface JobOrder {
  readonly type: ActionType;
  /** Workers ask for jobs; others are told of theirs, as a function is by being invoked. */
  readonly goesTo: 'workers' | 'whoever-is-told';
  /** How long one job may take; undefined means as long as the action may. A continuation is a job of its own. */
  readonly seconds?: number | undefined;
  /** Value of the queryable property. */
  readonly query?: string | undefined;
  /** The pair by which a partner knows its customer. */
  readonly client?: { readonly id: string; readonly token: string } | undefined;
  /** What its credentials are good for beside its artifacts: statements of a policy. */
  readonly permissions?: string | undefined;
}

export type JobStatus = 'Created' | 'Queued' | 'Dispatched' | 'InProgress' | 'TimedOut' | 'Succeeded' | 'Failed';

/** The newest job of an action. */
export interface ActionJob {
  readonly id: string;
  /** `Created` is a job whose doer was not told yet. */
  readonly status: JobStatus;
  /** Milliseconds since the epoch at which it times out. */
  readonly deadline: number;
  /** When the job before it was continued by it. */
  readonly continuedAt?: number | undefined;
  /** When to look at it before its deadline. */
  readonly lookAt?: number | undefined;
  /** What its doer, or that of the job it continues, said last. */
  readonly report: {
    readonly externalExecutionId: string | undefined;
    readonly summary: string | undefined;
    readonly percentComplete: number | undefined;
  };
  /** Of a job that is over; its doer's words. */
  readonly outcome: JobOutcome | undefined;
}

export type JobOutcome =
  | {
      readonly kind: 'succeeded';
      readonly revision?: SourceRevision | undefined;
      readonly outputVariables?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** An artifact in the words of the API. */
export interface JobArtifact {
  readonly name: string;
  readonly revision?: string | undefined;
  readonly location: {
    readonly type: 'S3';
    readonly s3Location: { readonly bucketName: string; readonly objectKey: string };
  };
}

/** A job as its doer sees it, in the words of the API (JobData): secret values are there in clear. */
export interface JobDocument {
  readonly actionTypeId: ActionType;
  readonly actionConfiguration: { readonly configuration: Readonly<Record<string, string>> };
  readonly pipelineContext: {
    readonly pipelineName: string;
    readonly stage: { readonly name: string };
    readonly action: { readonly name: string; readonly actionExecutionId: string };
    readonly pipelineArn: string;
    readonly pipelineExecutionId: string;
  };
  readonly inputArtifacts: readonly JobArtifact[];
  readonly outputArtifacts: readonly JobArtifact[];
  readonly continuationToken?: string | undefined;
  readonly encryptionKey?: { readonly id: string; readonly type: 'KMS' } | undefined;
  /** Good for reading the inputs, writing the outputs and what the order permits, and for nothing else. */
  readonly artifactCredentials?: TemporaryCredentials | undefined;
}

/**
 * Jobs of actions, done by somebody outside and answered by PutJobSuccessResult or PutJobFailureResult. The run's wake call is
 * scheduled when a job is answered; a success with a continuation token makes a new job, which is then the action's newest.
 */
export interface Jobs {
  /** The action's newest job; opens the first. One whose time is up is `TimedOut`. */
  open(run: ActionRun, order: JobOrder): Promise<ActionJob>;
  /** The doer of a `Created` job was told: it is `InProgress`, unless it was answered already. */
  told(jobId: string): Promise<void>;
  /** The job for its doer, with credentials of its own. */
  read(jobId: string): Promise<JobDocument>;
  /** The action's time is up: its job is over. Answers it when its doer had answered: that counts. */
  expire(run: ActionRun): Promise<ActionJob | undefined>;
}
