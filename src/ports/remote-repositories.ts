import type { Readable } from 'node:stream';
import type { GitAccess } from './connections.ts';
import type { Comparison } from './git-events.ts';
import type { CommitInfo } from './repositories.ts';

/** What is wanted of a repository elsewhere: a commit, or else the newest of a branch. */
export interface WantedCommit {
  readonly branch: string;
  readonly commitId?: string | undefined;
}

export interface WantedClone {
  readonly commitId: string;
  readonly branch: string;
  /** Aborted when nobody wants it any more. */
  readonly signal: AbortSignal;
}

export interface WantedRevision {
  /** A branch, tag, commit id, `refs/...`, or the pull request `pr/25`; undefined takes the default branch. */
  readonly revision: string | undefined;
  /** Commits of history; undefined: all. */
  readonly depth: number | undefined;
  /** Aborted when nobody wants it any more. */
  readonly signal: AbortSignal;
}

export interface FetchedCommit {
  readonly commit: CommitInfo;
  /** Its tree as a zip without .git; to be read before the fetched commit is given back. */
  archive(): Readable;
}

/**
 * Repositories of git hosts. A host that refuses, a missing repository, branch or commit is a ServiceError; one that does not
 * answer is any other error, to be tried again.
 */
export interface RemoteRepositories {
  /** The commit a branch points to; undefined when there is no such branch. */
  tip(access: GitAccess, branch: string): Promise<string | undefined>;
  /** Fetches a commit without its history, and removes it again when `use` has ended. */
  fetch<T>(access: GitAccess, wanted: WantedCommit, use: (fetched: FetchedCommit) => Promise<T>): Promise<T>;
  /** See Comparison. Fetches as little as the comparison needs. */
  changedPaths(access: GitAccess, comparison: Comparison): Promise<readonly string[]>;
  /** Makes a clone with all its history in `directory` (which must be empty), checked out at the commit. */
  clone(access: GitAccess, wanted: WantedClone, directory: string): Promise<void>;
  /** Makes a clone in `directory` (which must be empty), checked out at the revision. Answers the commit id. */
  checkout(access: GitAccess, wanted: WantedRevision, directory: string): Promise<string>;
}
