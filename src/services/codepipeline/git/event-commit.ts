import { ServiceError } from '../../../kernel/service-error.ts';
import type { Comparison, GitEvent, GitReader } from '../../../ports/git-events.ts';

/** The change with its whole commit id: of some hosts' pull requests only the first digits are known. */
export async function withWholeCommit({ repository, change }: GitEvent, git: GitReader): Promise<GitEvent['change']> {
  if (change.kind === 'push' || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(change.commitId)) return change;
  const tip = await git.tip(repository, change.sourceBranch);
  if (tip?.startsWith(change.commitId)) return { ...change, commitId: tip };
  throw new ServiceError(
    'ConfigurationError',
    `The branch ${change.sourceBranch} of the pull request is no longer at ${change.commitId}`,
  );
}

/** What the event changed: a push between before and after, a new branch and a pull request since they left their origin. */
export function comparisonOf(change: GitEvent['change']): Comparison {
  const to = change.commitId;
  if (change.kind === 'push') {
    const { before, reference } = change;
    return { from: before, to, branch: reference.name, since: before === undefined ? 'parting' : 'from' };
  }
  const { targetCommitId, targetBranch, sourceBranch } = change;
  return { from: targetCommitId ?? targetBranch, to, branch: sourceBranch, since: 'parting' };
}
