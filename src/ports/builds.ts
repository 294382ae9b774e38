import type { WakeCall } from '../work/work.ts';
import type { ObjectLocation } from './objects.ts';

export interface BuildArtifact extends ObjectLocation {
  readonly name: string;
  /** KMS key that an output is to say it is encrypted with. */
  readonly encryptionKey?: string | undefined;
}

/** A build whose sources and artifacts belong to a pipeline. */
export interface PipelineBuildRequest {
  readonly account: string;
  readonly region: string;
  readonly projectName: string;
  /** The action execution id: asking twice with the same token starts one build. */
  readonly clientToken: string;
  readonly initiator: string;
  readonly inputs: readonly BuildArtifact[];
  /** Name of the input whose buildspec and directory count; required with several inputs. */
  readonly primarySource: string | undefined;
  /** Where each output goes: one output takes the main artifacts block, several the secondary ones of the same names. */
  readonly outputs: readonly BuildArtifact[];
  /** Revision of the primary source, such as a commit id. */
  readonly resolvedSourceVersion: string | undefined;
  readonly environmentVariables: readonly {
    readonly name: string;
    readonly value: string;
    readonly type?: string | undefined;
  }[];
  readonly buildspecOverride: string | undefined;
  /** Scheduled when the build is complete. */
  readonly wake: WakeCall;
}

/**
 * A batch of builds for a pipeline. Outputs are named for the builds that make them (`identifier`, or `identifier_name` for a secondary
 * artifact), or there is one for the main artifacts of all together.
 */
export interface PipelineBatchRequest extends PipelineBuildRequest {
  readonly combineArtifacts: boolean;
}

export interface PipelineBuild {
  /** `project:uuid`. */
  readonly id: string;
  readonly status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'FAULT' | 'TIMED_OUT' | 'STOPPED';
  /** Phase, code and message of the phase that failed. */
  readonly failure: { readonly phase: string; readonly code: string; readonly message: string } | undefined;
  readonly exportedVariables: Readonly<Record<string, string>>;
  readonly logStreamArn: string | undefined;
  /** Page of the build. */
  readonly url: string;
}

/** Commands that run without a project, on the machine of a build. */
export interface CommandsRequest {
  readonly account: string;
  readonly region: string;
  readonly pipelineName: string;
  /** The action execution id: asking twice starts them once, and it names the log stream. */
  readonly id: string;
  readonly roleArn: string;
  readonly commands: readonly string[];
  readonly outputVariables: readonly string[];
  readonly environmentVariables: PipelineBuildRequest['environmentVariables'];
  /** The first one's directory is where the commands begin. */
  readonly inputs: readonly BuildArtifact[];
  readonly outputs: readonly (BuildArtifact & { readonly files?: readonly string[] | undefined })[];
  readonly resolvedSourceVersion: string | undefined;
  readonly timeoutInMinutes: number;
  /** Scheduled when the commands have ended. */
  readonly wake: WakeCall;
}

export interface PipelineBuilds {
  /** Answers the id of a build that no project has; `find` and `stop` know it. */
  startCommands(request: CommandsRequest): Promise<string>;
  /** Answers the build's id. A missing project is CodeBuild's own error, as ServiceError. */
  start(request: PipelineBuildRequest): Promise<string>;
  find(account: string, region: string, buildId: string): Promise<PipelineBuild | undefined>;
  stop(account: string, region: string, buildId: string): Promise<void>;
  /** The same of batches; what one exports is what its builds export together. Answers the batch's id. */
  readonly batches: {
    start(request: PipelineBatchRequest): Promise<string>;
    find(account: string, region: string, batchId: string): Promise<PipelineBuild | undefined>;
    stop(account: string, region: string, batchId: string): Promise<void>;
  };
}
