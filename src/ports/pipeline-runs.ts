import type { RevisionType } from '../actions/action.ts';
import type { WakeCall } from '../work/work.ts';

export interface PipelineRunRequest {
  readonly account: string;
  readonly region: string;
  readonly pipelineName: string;
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly sourceRevisions: readonly {
    readonly actionName: string;
    readonly revisionType: RevisionType;
    readonly revisionValue: string;
  }[];
  /** Name of the pipeline that asks, and will wait. */
  readonly invoker: string;
  /** The action execution id: asking twice with the same token starts one run. */
  readonly clientToken: string;
  /** Scheduled when the run has ended. */
  readonly wake: WakeCall;
}

export interface PipelineRun {
  readonly status: 'InProgress' | 'Stopping' | 'Stopped' | 'Succeeded' | 'Superseded' | 'Failed' | 'Cancelled';
  readonly summary: string | undefined;
}

/** Runs of pipelines as other pipelines start them. */
export interface PipelineRuns {
  /**
   * Answers the execution's id. A missing pipeline or a start that cannot be is CodePipeline's own error, as ServiceError; a
   * pipeline that would wait for itself is ConfigurationError.
   */
  start(request: PipelineRunRequest): Promise<string>;
  /** Undefined when the execution went with its pipeline. */
  find(
    pipeline: { readonly account: string; readonly region: string; readonly name: string },
    executionId: string,
  ): Promise<PipelineRun | undefined>;
}
