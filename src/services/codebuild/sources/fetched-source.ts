import type { BuildRow } from '../../../store/codebuild/builds.ts';
import type { BuildFacts } from '../build-facts.ts';
import type { BuildDirectories } from '../place.ts';
import type { CodeBuildRooms } from '../rooms.ts';

/** A source where commands find it. */
export interface FetchedSource {
  /** Undefined for the primary one. */
  readonly identifier: string | undefined;
  /** Below the build's directory. */
  readonly directory: string;
  readonly repositoryUrl: string;
  readonly version: string | undefined;
  readonly resolvedVersion: string | undefined;
}

export interface Fetching {
  readonly rooms: Pick<
    CodeBuildRooms,
    'objects' | 'repositories' | 'connections' | 'remotes' | 'endpoint' | 'database' | 'secrets' | 'githubUrl'
  >;
  readonly row: BuildRow;
  readonly facts: BuildFacts;
  readonly directories: BuildDirectories;
  /** Aborted when the build is stopped, or is no longer this server's. */
  readonly signal: AbortSignal;
}

export type Found = Pick<FetchedSource, 'repositoryUrl' | 'resolvedVersion'>;
