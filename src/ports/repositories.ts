import type { Readable } from 'node:stream';
import type { Comparison } from './git-events.ts';

export interface RepositoryRef {
  readonly account: string;
  readonly region: string;
  readonly repositoryName: string;
}

export interface CommitInfo {
  readonly commitId: string;
  readonly message: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO 8601 with seconds, in UTC. */
  readonly authorDate: string;
  readonly committerDate: string;
}

/** Git repositories as other rooms use them. A missing repository or commit is CodeCommit's own error, as ServiceError. */
export interface Repositories {
  /** The commit a branch points to; undefined when there is no such branch. */
  tip(repository: RepositoryRef, branch: string): Promise<CommitInfo | undefined>;
  commit(repository: RepositoryRef, commitId: string): Promise<CommitInfo>;
  /** The tree of a commit as a zip without .git. */
  archive(repository: RepositoryRef, commitId: string): Promise<Readable>;
  /** See Comparison. */
  changedPaths(repository: RepositoryRef, comparison: Comparison): Promise<readonly string[]>;
  /** Makes a clone in `directory`, which must be empty. Answers the commit id. */
  checkout(repository: RepositoryRef, wanted: WantedCheckout, directory: string): Promise<string>;
}

export interface WantedCheckout {
  /** A branch, tag or commit id; undefined takes the newest commit of the default branch. */
  readonly revision: string | undefined;
  /** What the clone calls its origin, for it is not to know where this server keeps things. */
  readonly origin: string;
}
