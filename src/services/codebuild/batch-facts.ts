import type { BuildStatus } from '../../store/codebuild/begun.ts';
import type { BuildBatchRow } from '../../store/codebuild/build-batches.ts';
import type { BatchTask } from './batchspec.ts';
import type { BuildFacts, ExportedVariable, PhaseContext } from './build-facts.ts';
import type { BuildArtifacts, ProjectBuildBatchConfig } from './shapes.ts';

/** What a batch was started with: what a build would be started with, and the rules of the batch. */
export interface BatchFacts extends BuildFacts {
  readonly config: BatchConfig;
}

export type BatchConfig = ProjectBuildBatchConfig & { readonly serviceRole: string; readonly timeoutInMins: number };

/** What became of a batch so far. Times in milliseconds. */
export interface BatchProgress {
  readonly currentPhase: BatchPhaseType;
  readonly phases: readonly BatchPhase[];
  /** The first is the one that reads the batch. */
  readonly groups: readonly BatchGroup[];
  readonly fastFail: boolean;
  readonly resolvedSourceVersion: string | undefined;
  readonly artifacts: BuildArtifacts;
  readonly secondaryArtifacts: readonly BuildArtifacts[];
  /** When the present run of it must be over; a retry is a run of its own. */
  readonly deadline: number;
  readonly retry?: BatchRetry | undefined;
}

/** The last retry that came with a token. */
export interface BatchRetry {
  readonly token: string;
  readonly input: string;
  readonly expires: number;
}

export type BatchPhaseType =
  | 'SUBMITTED'
  | 'DOWNLOAD_BATCHSPEC'
  | 'IN_PROGRESS'
  | 'COMBINE_ARTIFACTS'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'STOPPED';

/** CLIENT_ERROR and RETRY are words that AWS uses beside those of its enum. */
export type BatchPhaseStatus = Exclude<BuildStatus, 'IN_PROGRESS'> | 'CLIENT_ERROR' | 'RETRY';

export interface BatchPhase {
  readonly type: BatchPhaseType;
  readonly start: number;
  readonly end?: number | undefined;
  readonly status?: BatchPhaseStatus | undefined;
  readonly contexts?: readonly PhaseContext[] | undefined;
}

/** One task of the batch, and the builds that carried it out. */
export interface BatchGroup {
  readonly task: BatchTask;
  readonly current: GroupBuild;
  /** The newest last. */
  readonly prior: readonly GroupBuild[];
}

export interface GroupBuild {
  /** `project:uuid`, also of a build that was not started yet. */
  readonly buildId: string;
  readonly requested: number;
  readonly status: GroupStatus;
  /** Once it is over. */
  readonly outcome?: GroupOutcome | undefined;
}

/** PENDING: not started yet. */
export type GroupStatus = BuildStatus | 'PENDING';

export interface GroupOutcome {
  readonly artifacts: BuildArtifacts;
  readonly secondaryArtifacts: readonly BuildArtifacts[];
  readonly exportedVariables: readonly ExportedVariable[];
}

export function batchFactsOf(row: Pick<BuildBatchRow, 'facts'>): BatchFacts {
  const facts: BatchFacts = JSON.parse(row.facts);
  return facts;
}

export function batchProgressOf(row: Pick<BuildBatchRow, 'progress'>): BatchProgress {
  const progress: BatchProgress = JSON.parse(row.progress);
  return progress;
}
