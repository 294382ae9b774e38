import type { Reader } from '../store/database.ts';
import type { WakeCall } from '../work/work.ts';
import type { DeployedAction, DeployTarget } from './deploy-target.ts';

/** `{category, owner, provider, version}`, such as Build / AWS / CodeBuild / 1. */
export interface ActionType {
  readonly category: 'Source' | 'Build' | 'Test' | 'Deploy' | 'Approval' | 'Invoke' | 'Compute';
  readonly owner: 'AWS' | 'ThirdParty' | 'Custom';
  readonly provider: string;
  readonly version: string;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface ConfigurationProperty {
  readonly name: string;
  readonly required: boolean;
  /** At most 160 characters. */
  readonly description?: string | undefined;
  /** Shown as `****` everywhere but to whoever does the job. */
  readonly secret?: boolean | undefined;
  /** Part of what the action is known by. */
  readonly key?: boolean | undefined;
  /** Workers may ask for the jobs of one value. */
  readonly queryable?: boolean | undefined;
  readonly type?: 'String' | 'Number' | 'Boolean' | undefined;
}

/** An action as it is configured, or as it ran last. */
export interface LinkedAction {
  readonly region: string;
  /** Without what variables have yet to bring. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly externalExecutionId: string | undefined;
}

/** Pages about it. */
export interface ActionLinks {
  readonly entityUrl?: string | undefined;
  readonly revisionUrl?: string | undefined;
}

/** Names of the artifacts an action is declared with. */
export interface DeclaredArtifacts {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** An artifact of an execution: a zip in the pipeline's artifact store. */
export interface Artifact {
  readonly name: string;
  readonly bucket: string;
  readonly key: string;
  /** Of the source it was made from, such as a commit id. */
  readonly revisionId?: string | undefined;
  /** Id, ARN or alias of the KMS key that what is written is to say it is encrypted with. */
  readonly encryptionKey?: string | undefined;
  /** Of an output of commands: patterns of the files that go in; undefined: all. */
  readonly files?: readonly string[] | undefined;
}

/** An artifact that is to lie in another store before an action of that store's region begins. */
export interface ArtifactCopy {
  readonly from: Artifact;
  readonly to: Artifact;
}

/** What an action of category Compute runs, every `#{namespace.key}` replaced. */
export interface CommandsOfAction {
  readonly commands: readonly string[];
  /** Variables of the shell whose last values are the action's output variables. */
  readonly outputVariables: readonly string[];
  readonly environmentVariables: readonly EnvironmentVariable[];
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
  readonly type?: string | undefined;
}

/** One attempt at an action, as its provider sees it. */
export interface ActionRun {
  readonly actionExecutionId: string;
  readonly pipelineExecutionId: string;
  readonly account: string;
  readonly region: string;
  readonly pipelineName: string;
  readonly stageName: string;
  readonly actionName: string;
  /** Every `#{namespace.key}` replaced. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly commands: CommandsOfAction | undefined;
  /** The action's role, or else the pipeline's. */
  readonly roleArn: string;
  /** Inputs that lie elsewhere before it starts. */
  readonly copies: readonly ArtifactCopy[];
  readonly inputs: readonly Artifact[];
  /** Where the outputs are to be written. */
  readonly outputs: readonly Artifact[];
  /** Of the artifact store, where it has one. */
  readonly encryptionKey?: { readonly id: string; readonly type: string } | undefined;
  /** What the starter of the execution wants instead of the newest revision. */
  readonly revisionOverride: RevisionOverride | undefined;
  /** What `start` answered as externalExecutionId. */
  readonly externalExecutionId: string | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly deadline: number;
  /** To be scheduled when what the action waits for has happened. */
  readonly wake: WakeCall;
}

export interface RevisionOverride {
  readonly type: RevisionType;
  readonly value: string;
  /** The key to take that version of, where a start names both for S3. */
  readonly objectKey?: string | undefined;
  /** Where the commit comes from, when a git trigger chose it: the branch or tag is not the one of the configuration then. */
  readonly origin?: RevisionOrigin | undefined;
}

export type RevisionType = 'COMMIT_ID' | 'IMAGE_DIGEST' | 'S3_OBJECT_VERSION_ID' | 'S3_OBJECT_KEY';

export interface RevisionOrigin {
  /** The branch that was pushed, or the source branch of the pull request. */
  readonly branch?: string | undefined;
  readonly tag?: string | undefined;
  readonly pullRequest?: { readonly id: string; readonly title: string; readonly targetBranch: string } | undefined;
}

/** What a source action found. */
export interface SourceRevision {
  readonly revisionId: string;
  readonly revisionSummary?: string | undefined;
  readonly revisionUrl?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly created?: number | undefined;
  /** Of the change that brought it; the execution that found it stands for it where nothing is said. */
  readonly changeIdentifier?: string | undefined;
}

export interface ActionReport {
  readonly externalExecutionId?: string | undefined;
  readonly externalExecutionUrl?: string | undefined;
  readonly summary?: string | undefined;
  readonly percentComplete?: number | undefined;
  readonly logStreamArn?: string | undefined;
}

/**
 * How an action stands. A running one is looked at again at `pollAt` (milliseconds), or when its wake call comes, or at its
 * deadline. `token` is what somebody must show to decide it.
 */
export type Progress =
  | (ActionReport & {
      readonly kind: 'running';
      readonly pollAt?: number | undefined;
      readonly token?: string | undefined;
    })
  | (ActionReport & {
      readonly kind: 'succeeded';
      readonly outputVariables?: Readonly<Record<string, string>> | undefined;
      readonly revision?: SourceRevision | undefined;
    })
  | (ActionReport & { readonly kind: 'failed'; readonly code: string; readonly message: string });

export type Ended = Exclude<Progress, { readonly kind: 'running' }>;

/** A source as it is declared: where, and with which configuration. */
export interface DeclaredSource {
  readonly account: string;
  readonly region: string;
  readonly configuration: Readonly<Record<string, string>>;
}

/** How a source is polled. A ServiceError means that there is no revision now. */
export interface SourcePolling {
  /** Where its changes are told of (kernel/source-place); undefined when nobody tells: then it is asked every minute. */
  place(source: DeclaredSource): string | undefined;
  /** The revision a run would take now; undefined when there is none. */
  newest(source: DeclaredSource): Promise<string | undefined>;
}

/**
 * A kind of action. `start` may be called again for the same action execution id after a crash and must then find what it
 * started, not start it twice. A ServiceError thrown fails the action; any other error is tried again, later and later, until
 * the deadline.
 */
export interface ActionProvider {
  readonly type: ActionType;
  readonly inputs: Range;
  readonly outputs: Range;
  readonly configuration: readonly ConfigurationProperty[];
  /** Of a source: the types of revisions a start may name for it, the one it is known by first. */
  readonly revisionTypes?: readonly RevisionType[] | undefined;
  /** The only keys its output variables can have; undefined where what it runs decides. */
  readonly outputVariables?: readonly string[] | undefined;
  /** Of a source that is polled unless its PollForSourceChanges is false. */
  readonly polling?: SourcePolling | undefined;
  /** Default time-out. */
  readonly timeoutMinutes: number;
  /** What is wrong with a configuration beyond missing and unknown keys; in words for whoever declares the action. */
  check?(configuration: Readonly<Record<string, string>>, artifacts: DeclaredArtifacts): string | undefined;
  links?(action: LinkedAction): ActionLinks;
  start(run: ActionRun): Promise<Progress>;
  poll(run: ActionRun): Promise<Progress>;
  /**
   * The time-out has come: whatever still runs is to be ended, if it can be. Answers how it ended when somebody was promised before
   * that this counts. What is thrown is logged, and changes nothing.
   */
  stop(run: ActionRun): Promise<Ended | undefined>;
  /** Of a deploy action: the places it deploys to, in their order. */
  targets?(deployed: DeployedAction): Promise<readonly DeployTarget[]>;
}

/** Where pipelines and types of actions belong. */
export interface ActionScope {
  readonly account: string;
  readonly region: string;
}

export type ActionTypeId = { readonly [Member in keyof ActionType]: string };

/** Every kind of action: those of this server, and those that an account has registered in a region. */
export interface Providers {
  readonly builtIn: readonly ActionProvider[];
  /** What an action of a pipeline may be. */
  list(reader: Reader, scope: ActionScope): Promise<readonly ActionProvider[]>;
  /** Also what was deleted since: what runs is still looked after, and what is to start fails. */
  find(reader: Reader, scope: ActionScope, type: ActionTypeId): Promise<ActionProvider | undefined>;
}

export function findProvider(providers: readonly ActionProvider[], wanted: ActionTypeId): ActionProvider | undefined {
  return providers.find(
    ({ type }) =>
      type.category === wanted.category &&
      type.owner === wanted.owner &&
      type.provider === wanted.provider &&
      type.version === wanted.version,
  );
}

/**
 * What is wrong with a configuration once variables have brought into it what they bring, in the words of `check`. What looks like a
 * reference by then is none: nothing is resolved twice.
 */
export function wrongOnceResolved(
  { check }: Pick<ActionProvider, 'check'>,
  configuration: Readonly<Record<string, string>>,
  artifacts: DeclaredArtifacts,
): string | undefined {
  const literal = Object.entries(configuration).map(([key, value]) => [key, value.replaceAll('#{', '# {')] as const);
  return check?.(Object.fromEntries(literal), artifacts);
}
