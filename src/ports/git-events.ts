import type { Tx } from '../store/database.ts';

/**
 * The seam between git hosts and pipelines. A host delivers to the endpoint of a connection (src/deliveries), which
 * makes a `GitEvent` of it, or CodeCommit tells of a reference that moved; `GitEvents` starts the pipelines it is meant for.
 */
export type GitRepository =
  | {
      readonly kind: 'connection';
      readonly connectionArn: string;
      /** Of the connection. */
      readonly account: string;
      /** `owner/name`, as source actions write it in FullRepositoryId. */
      readonly fullRepositoryId: string;
    }
  | {
      readonly kind: 'codecommit';
      readonly account: string;
      readonly region: string;
      readonly repositoryName: string;
    };

/** A branch or tag was created or moved; what was deleted starts nothing and is not told. */
export interface GitPush {
  readonly kind: 'push';
  readonly reference: GitReference;
  readonly commitId: string;
  /** Where it was before; undefined for a new one. */
  readonly before: string | undefined;
}

export interface GitPullRequest {
  readonly kind: 'pull-request';
  readonly event: 'OPEN' | 'UPDATED' | 'CLOSED';
  /** As its host numbers it. */
  readonly id: string;
  readonly title: string;
  /** Of the source branch: what a run takes. Some hosts tell only its first digits. */
  readonly commitId: string;
  readonly sourceBranch: string;
  readonly targetBranch: string;
  /** Of the target branch, where the host tells it. */
  readonly targetCommitId: string | undefined;
}

export interface GitReference {
  readonly type: 'branch' | 'tag';
  /** Without `refs/heads/` or `refs/tags/`. */
  readonly name: string;
}

export interface GitEvent {
  /** The same for every delivery of one event: it starts a pipeline once. */
  readonly id: string;
  readonly repository: GitRepository;
  readonly change: GitPush | GitPullRequest;
  /** Paths the change touches; undefined when the host does not tell them all: they are asked for only when a filter needs them. */
  readonly changedPaths: readonly string[] | undefined;
}

/** Starts the pipelines that events are meant for. */
export interface GitEvents {
  /** Resolves once they cannot be lost any more. */
  take(events: readonly GitEvent[]): Promise<void>;
  /** The same inside the transaction in which the events became true. */
  takeIn(tx: Tx, events: readonly GitEvent[]): Promise<void>;
}

/** Two states of a repository. */
export interface Comparison {
  /** A commit, or the branch that was pushed to; undefined: the default branch. Where it is not there everything is new. */
  readonly from: string | undefined;
  readonly to: string;
  /** Branch whose commit `to` is: compared with itself, as the first one is, everything is new. */
  readonly branch: string;
  /** `parting`: what `to` changes since the histories parted; `from`: whatever is different. */
  readonly since: 'parting' | 'from';
}

/** What deciding about an event may need of its repository. Errors as of Repositories and RemoteRepositories. */
export interface GitReader {
  /** Without a slash before them. */
  changedPaths(repository: GitRepository, comparison: Comparison): Promise<readonly string[]>;
  /** The commit a branch points to; undefined when there is no such branch. */
  tip(repository: GitRepository, branch: string): Promise<string | undefined>;
}
