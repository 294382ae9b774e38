import type { GitPullRequest, GitReference } from '../ports/git-events.ts';
import { type Heard, heardPullRequest, heardPush } from './heard.ts';
import { at, commitAt, idAt, listAt, textAt } from './payload.ts';

/**
 * Bitbucket's `repo:push` and `pullrequest:*`.
 *
 * Gaps: Bitbucket does not tell what of a pull request was updated: its description will do. One from a fork starts nothing.
 */
export function readBitbucket(kind: string, body: unknown): readonly Heard[] {
  if (kind === 'repo:push') return listAt(body, 'push', 'changes').flatMap((change) => push(body, change));
  return Object.hasOwn(EVENTS, kind) ? pullRequest(body, EVENTS[kind]) : [];
}

const EVENTS: Readonly<Record<string, GitPullRequest['event']>> = {
  'pullrequest:created': 'OPEN',
  'pullrequest:updated': 'UPDATED',
  'pullrequest:fulfilled': 'CLOSED',
};

function push(body: unknown, change: unknown): readonly Heard[] {
  const commits = {
    before: commitAt(change, 'old', 'target', 'hash'),
    after: commitAt(change, 'new', 'target', 'hash'),
  };
  return heardPush(textAt(body, 'repository', 'full_name'), referenceAt(change), commits, undefined);
}

function referenceAt(change: unknown): GitReference | undefined {
  const type = textAt(change, 'new', 'type');
  const name = textAt(change, 'new', 'name');
  return name !== undefined && (type === 'branch' || type === 'tag') ? { type, name } : undefined;
}

function pullRequest(body: unknown, event: GitPullRequest['event'] | undefined): readonly Heard[] {
  const request = at(body, 'pullrequest');
  const target = textAt(request, 'destination', 'repository', 'full_name');
  if (textAt(request, 'source', 'repository', 'full_name') !== target) return [];
  return heardPullRequest(textAt(body, 'repository', 'full_name'), {
    event,
    id: idAt(request, 'id'),
    title: textAt(request, 'title'),
    commitId: commitAt(request, 'source', 'commit', 'hash'),
    sourceBranch: textAt(request, 'source', 'branch', 'name'),
    targetBranch: textAt(request, 'destination', 'branch', 'name'),
    targetCommitId: commitAt(request, 'destination', 'commit', 'hash'),
  });
}
