import type { ComputeType, EnvironmentType } from './shapes.ts';

/** The `batch` section of a buildspec: which builds a batch consists of. */
export interface Batchspec {
  /** Whether the first failure stops the others. */
  readonly fastFail: boolean;
  readonly tasks: readonly BatchTask[];
}

export interface BatchTask {
  readonly identifier: string;
  /** Instead of the buildspec that holds the batch. */
  readonly buildspec: string | undefined;
  /** Tasks that must be over before; undefined outside of graphs. */
  readonly dependsOn: readonly string[] | undefined;
  readonly ignoreFailure: boolean;
  readonly environment: TaskEnvironment;
}

/** What a task says instead of the project. */
export interface TaskEnvironment {
  readonly type?: EnvironmentType | undefined;
  readonly image?: string | undefined;
  readonly computeType?: ComputeType | undefined;
  readonly privilegedMode?: boolean | undefined;
  readonly variables: Readonly<Record<string, string>>;
}

/** Identifier of the build that every batch begins with: it fetches the source and reads what to build. */
export const DOWNLOAD_SOURCE = 'DOWNLOAD_SOURCE';

/** More builds than this are in no batch. */
export const MAX_BUILDS = 100;
