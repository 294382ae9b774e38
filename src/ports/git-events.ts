import type { Tx } from '../store/database.ts';

/**
 * The seam between git hosts and pipelines. A host delivers to the endpoint of a connection (`GitEndpoints`, src/deliveries), which
 * makes a `GitEvent` of it, or CodeCommit tells of a reference that moved; `GitEvents` starts the pipelines it is meant for.
 */
export type GitRepository =
  | {
      readonly kind: 'connection';
      readonly connectionArn: string;
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
  /** Of the source branch: what a run takes. */
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

/** Starts the pipelines an event is meant for. Resolves once that cannot be lost any more. */
export interface GitEvents {
  take(event: GitEvent): Promise<void>;
  /** The same inside the transaction in which the event became true. */
  takeIn(tx: Tx, event: GitEvent): Promise<void>;
}

/**
 * Which paths a commit changes since it left the history of `from` (the difference to their merge base). Where `from` is undefined
 * the branch is new: since it left the default branch, or else the whole tree. Paths have no leading slash.
 */
export type ChangedPaths = (
  repository: GitRepository,
  from: string | undefined,
  to: string,
) => Promise<readonly string[]>;

export type GitHostType = 'GitHub' | 'GitHubEnterpriseServer' | 'GitLab' | 'GitLabSelfManaged' | 'Bitbucket';

/** Where and with what secret a git host delivers its events. */
export interface GitEndpoint {
  /** Path on this server, secret itself: `/_deliveries/<random>`. */
  readonly path: string;
  /** To be entered at the host as the secret (GitHub, Bitbucket) or secret token (GitLab) of the webhook. */
  readonly secret: string;
}

/** The endpoints of connections, one each, opened and closed by whoever keeps the connections. */
export interface GitEndpoints {
  /** To be called in the transaction that creates the connection; a connection that has an endpoint keeps it. */
  open(tx: Tx, connection: { readonly arn: string; readonly hostType: GitHostType }): Promise<GitEndpoint>;
  find(connectionArn: string): Promise<GitEndpoint | undefined>;
  close(tx: Tx, connectionArn: string): Promise<void>;
}
