import type { GitPullRequest } from '../ports/git-events.ts';
import { type Heard, heardPullRequest, heardPush, pathsOf, referenceOf } from './heard.ts';
import { at, commitAt, idAt, listAt, textAt } from './payload.ts';

/** More commits GitHub does not list. */
const MAX_COMMITS = 2048;

/**
 * GitHub's `push` and `pull_request`.
 *
 * Gaps: a pull request that is opened again counts as opened. One from a fork starts nothing: whoever can fork a repository could
 * run commands here.
 */
export function readGithub(kind: string, body: unknown): readonly Heard[] {
  if (kind === 'push') return push(body);
  return kind === 'pull_request' ? pullRequest(body) : [];
}

function push(body: unknown): readonly Heard[] {
  const commits = listAt(body, 'commits');
  const isWhole = commits.length < MAX_COMMITS;
  return heardPush(
    textAt(body, 'repository', 'full_name'),
    referenceOf(textAt(body, 'ref')),
    { before: commitAt(body, 'before'), after: commitAt(body, 'after') },
    isWhole ? pathsOf(commits) : undefined,
  );
}

const EVENTS: Readonly<Record<string, GitPullRequest['event']>> = {
  opened: 'OPEN',
  reopened: 'OPEN',
  synchronize: 'UPDATED',
};

function pullRequest(body: unknown): readonly Heard[] {
  const action = textAt(body, 'action') ?? '';
  const request = at(body, 'pull_request');
  const isMerged = action === 'closed' && at(request, 'merged') === true;
  if (textAt(request, 'head', 'repo', 'full_name') !== textAt(request, 'base', 'repo', 'full_name')) return [];
  return heardPullRequest(textAt(body, 'repository', 'full_name'), {
    event: isMerged ? 'CLOSED' : Object.hasOwn(EVENTS, action) ? EVENTS[action] : undefined,
    id: idAt(body, 'number'),
    title: textAt(request, 'title'),
    commitId: commitAt(request, 'head', 'sha'),
    sourceBranch: textAt(request, 'head', 'ref'),
    targetBranch: textAt(request, 'base', 'ref'),
    targetCommitId: commitAt(request, 'base', 'sha'),
  });
}
