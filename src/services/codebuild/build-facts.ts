import type { BuildArtifact, PipelineBuildRequest } from '../../ports/builds.ts';
import type { BuildStatus } from '../../store/codebuild/begun.ts';
import type { BuildRow } from '../../store/codebuild/builds.ts';
import type { Batchspec } from './batchspec.ts';
import type {
  BuildArtifacts,
  LogsConfig,
  ProjectArtifacts,
  ProjectCache,
  ProjectEnvironment,
  ProjectFileSystemLocations,
  ProjectSource,
  ProjectSourceVersion,
  VpcConfig,
} from './shapes.ts';

/** What a build was started with: the project's settings of that moment and what StartBuild said instead. */
export interface BuildFacts {
  readonly source: ProjectSource;
  readonly sourceVersion: string | undefined;
  readonly secondarySources: readonly ProjectSource[];
  readonly secondarySourceVersions: readonly ProjectSourceVersion[];
  readonly artifacts: ProjectArtifacts;
  readonly secondaryArtifacts: readonly ProjectArtifacts[];
  readonly cache: ProjectCache;
  readonly environment: ProjectEnvironment;
  readonly serviceRole: string;
  readonly logsConfig: LogsConfig | undefined;
  readonly timeoutInMinutes: number;
  readonly queuedTimeoutInMinutes: number;
  readonly encryptionKey: string;
  readonly initiator: string;
  readonly vpcConfig: VpcConfig | undefined;
  readonly fileSystemLocations: ProjectFileSystemLocations | undefined;
  /** Of a build that a pipeline started. */
  readonly pipeline: PipelinePart | undefined;
  /** Of a build of a batch. */
  readonly batch?: BatchPart | undefined;
}

export interface PipelinePart extends Pick<PipelineBuildRequest, 'inputs' | 'primarySource' | 'resolvedSourceVersion'> {
  readonly outputs: readonly PipelineOutput[];
}

export interface PipelineOutput extends BuildArtifact {
  /** Which block of the buildspec it is, where its name does not say that: the secondary one of the identifier, or the main one. */
  readonly block?: { readonly identifier: string | undefined } | undefined;
  /** May be missing when the buildspec has no artifacts. */
  readonly optional?: boolean | undefined;
}

export interface BatchPart {
  /** `project:uuid`. */
  readonly id: string;
  /** Of the task. */
  readonly identifier: string;
}

/** What became of a build so far. */
export interface BuildProgress {
  readonly currentPhase: PhaseType;
  readonly phases: readonly Phase[];
  readonly resolvedSourceVersion: string | undefined;
  readonly artifacts: BuildArtifacts;
  readonly secondaryArtifacts: readonly BuildArtifacts[];
  readonly exportedVariables: readonly ExportedVariable[];
  /** Whether its log stream was opened. */
  readonly logged: boolean;
  /** What the build that a batch begins with has read. */
  readonly batchspec?: Batchspec | undefined;
}

export interface ExportedVariable {
  readonly name: string;
  readonly value: string;
}

export type CommandPhase = 'INSTALL' | 'PRE_BUILD' | 'BUILD' | 'POST_BUILD';

export type PhaseType =
  | CommandPhase
  | 'SUBMITTED'
  | 'QUEUED'
  | 'PROVISIONING'
  | 'DOWNLOAD_SOURCE'
  | 'UPLOAD_ARTIFACTS'
  | 'FINALIZING'
  | 'COMPLETED';

/** Times in milliseconds. */
export interface Phase {
  readonly type: PhaseType;
  readonly start: number;
  readonly end?: number | undefined;
  readonly status?: Exclude<BuildStatus, 'IN_PROGRESS'> | undefined;
  readonly contexts?: readonly PhaseContext[] | undefined;
}

/** Why a phase ended as it did; both empty when it went well. */
export interface PhaseContext {
  readonly statusCode: string;
  readonly message: string;
}

export function factsOf(row: Pick<BuildRow, 'facts'>): BuildFacts {
  const facts: BuildFacts = JSON.parse(row.facts);
  return facts;
}

export function progressOf(row: Pick<BuildRow, 'progress'>): BuildProgress {
  const progress: BuildProgress = JSON.parse(row.progress);
  return progress;
}
