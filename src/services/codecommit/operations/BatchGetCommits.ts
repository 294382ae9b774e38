import { readCommit } from '../../../git/commit-object.ts';
import { isObjectId } from '../../../git/ref-names.ts';
import type { ServiceError } from '../../../kernel/service-error.ts';
import { commitIdDoesNotExist, commitIdsLimitExceeded, commitIdsListRequired, invalidCommitId } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { BatchGetCommitsError, BatchGetCommitsInput, BatchGetCommitsOutput, Commit } from '../shapes.ts';

const MAX_IDS = 100;

/** Ids that are short or unknown are errors of their own; the others are answered. */
export async function BatchGetCommits(
  { repositoryName, commitIds }: BatchGetCommitsInput,
  call: CodeCommitCall,
): Promise<BatchGetCommitsOutput> {
  if (commitIds.length === 0) throw commitIdsListRequired();
  if (commitIds.length > MAX_IDS) throw commitIdsLimitExceeded();
  const directory = gitDirectory(call.rooms, await lookUp(call, repositoryName));
  const commits: Commit[] = [];
  const errors: BatchGetCommitsError[] = [];
  for (const commitId of commitIds) {
    const commit = isObjectId(commitId) ? await readCommit(directory, commitId) : undefined;
    if (commit !== undefined) commits.push({ ...commit, additionalData: '' });
    else
      errors.push(asEntry(commitId, isObjectId(commitId) ? commitIdDoesNotExist(commitId) : invalidCommitId(commitId)));
  }
  return { commits, errors };
}

function asEntry(commitId: string, { code, message }: ServiceError): BatchGetCommitsError {
  return { commitId, errorCode: code, errorMessage: message };
}
