import type { GitEvent, GitPullRequest, GitPush, GitReference } from '../ports/git-events.ts';
import { listAt } from './payload.ts';

/** What a delivery of a git host tells, before it is known of which connection. */
export type Heard = Pick<GitEvent, 'change' | 'changedPaths'> & { readonly fullRepositoryId: string };

/** Reads a delivery: the host's name for its kind, and its JSON. Empty for whatever starts no pipeline. */
export type ReadDelivery = (kind: string, body: unknown) => readonly Heard[];

export function referenceOf(ref: string | undefined): GitReference | undefined {
  const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref ?? '') ?? [];
  if (name === undefined) return undefined;
  return { type: kind === 'tags' ? 'tag' : 'branch', name };
}

export function heardPush(
  fullRepositoryId: string | undefined,
  reference: GitReference | undefined,
  commits: { readonly before: string | undefined; readonly after: string | undefined },
  changedPaths: readonly string[] | undefined,
): readonly Heard[] {
  const { before, after: commitId } = commits;
  if (fullRepositoryId === undefined || reference === undefined || commitId === undefined) return [];
  const change: GitPush = { kind: 'push', reference, commitId, before };
  return [{ fullRepositoryId, change, changedPaths }];
}

type PartOf<Whole> = { readonly [Key in keyof Whole]: Whole[Key] | undefined };

/** Nothing, when the host left out what is needed. */
export function heardPullRequest(
  fullRepositoryId: string | undefined,
  facts: PartOf<Omit<GitPullRequest, 'kind'>>,
): readonly Heard[] {
  const { event, id, commitId, sourceBranch, targetBranch, title = '', targetCommitId } = facts;
  if (fullRepositoryId === undefined || event === undefined || id === undefined) return [];
  if (commitId === undefined || sourceBranch === undefined || targetBranch === undefined) return [];
  const change = {
    kind: 'pull-request',
    event,
    id,
    title,
    commitId,
    sourceBranch,
    targetBranch,
    targetCommitId,
  } as const;
  return [{ fullRepositoryId, change, changedPaths: undefined }];
}

/** Paths of the commits that GitHub and GitLab list with a push. */
export function pathsOf(commits: readonly unknown[]): readonly string[] {
  const paths = commits.flatMap((commit) =>
    ['added', 'modified', 'removed'].flatMap((kind) => listAt(commit, kind).filter((path) => typeof path === 'string')),
  );
  return [...new Set(paths)];
}
