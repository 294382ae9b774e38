import type { Artifact, ArtifactCopy, CommandsOfAction, SourceRevision } from '../../actions/action.ts';

/** What an action execution was started with, as it is kept in the store. */
export interface ActionInput {
  readonly actionTypeId: {
    readonly category: string;
    readonly owner: string;
    readonly provider: string;
    readonly version: string;
  };
  /** As declared. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly resolvedConfiguration: Readonly<Record<string, string>>;
  /** Of an action of category Compute. */
  readonly commands?: CommandsOfAction | undefined;
  readonly inputArtifacts: readonly Artifact[];
  /** Inputs that are brought into the store of the action's region first. */
  readonly copies?: readonly ArtifactCopy[] | undefined;
  /** Where outputs are to go. */
  readonly outputArtifacts: readonly Artifact[];
  /** Keys of the configuration whose values nobody is to see: they are sealed. */
  readonly secrets?: readonly string[] | undefined;
  readonly namespace?: string | undefined;
  readonly region: string;
  readonly roleArn?: string | undefined;
}

/** What it ended with. */
export interface ActionOutput {
  readonly outputArtifacts: readonly Artifact[];
  readonly variables: Readonly<Record<string, string>>;
  readonly revision?: SourceRevision | undefined;
}

/** One entry of an execution's `source_revisions`. */
export interface RecordedRevision extends SourceRevision {
  readonly actionName: string;
  readonly artifactName: string | undefined;
}
