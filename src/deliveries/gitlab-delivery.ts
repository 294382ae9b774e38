import type { GitPullRequest } from '../ports/git-events.ts';
import { type Heard, heardPullRequest, heardPush, pathsOf, referenceOf } from './heard.ts';
import { at, commitAt, idAt, listAt, textAt } from './payload.ts';

/**
 * GitLab's `Push Hook`, `Tag Push Hook` and `Merge Request Hook`.
 *
 * Gaps: a merge request that is opened again counts as opened; one from another project starts nothing.
 */
export function readGitlab(kind: string, body: unknown): readonly Heard[] {
  if (kind === 'Push Hook' || kind === 'Tag Push Hook') return push(body);
  return kind === 'Merge Request Hook' ? mergeRequest(body) : [];
}

/** `checkout_sha` is the commit also where an annotated tag stands before it; there is none for what was deleted. */
function push(body: unknown): readonly Heard[] {
  const commits = listAt(body, 'commits');
  const isWhole = at(body, 'total_commits_count') === commits.length;
  return heardPush(
    textAt(body, 'project', 'path_with_namespace'),
    referenceOf(textAt(body, 'ref')),
    { before: commitAt(body, 'before'), after: commitAt(body, 'checkout_sha') },
    isWhole ? pathsOf(commits) : undefined,
  );
}

function mergeRequest(body: unknown): readonly Heard[] {
  const request = at(body, 'object_attributes');
  if (at(request, 'source_project_id') !== at(request, 'target_project_id')) return [];
  return heardPullRequest(textAt(body, 'project', 'path_with_namespace'), {
    event: eventOf(request),
    id: idAt(request, 'iid'),
    title: textAt(request, 'title'),
    commitId: commitAt(request, 'last_commit', 'id'),
    sourceBranch: textAt(request, 'source_branch'),
    targetBranch: textAt(request, 'target_branch'),
    targetCommitId: undefined,
  });
}

/** Only an update that brings commits names the commit before. */
function eventOf(request: unknown): GitPullRequest['event'] | undefined {
  switch (textAt(request, 'action')) {
    case 'open':
    case 'reopen':
      return 'OPEN';
    case 'update':
      return commitAt(request, 'oldrev') === undefined ? undefined : 'UPDATED';
    case 'merge':
      return 'CLOSED';
    default:
      return undefined;
  }
}
