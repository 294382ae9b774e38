import { branchDoesNotExist, repositoryNameRequired } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { readRef } from '../git/refs.ts';
import { checkBranchName } from '../ref-names.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { GetBranchInput, GetBranchOutput } from '../shapes.ts';

export async function GetBranch(
  { repositoryName, branchName = '' }: GetBranchInput,
  call: CodeCommitCall,
): Promise<GetBranchOutput> {
  if (repositoryName === undefined) throw repositoryNameRequired();
  const repository = await lookUp(call, repositoryName);
  const commitId = await readRef(gitDirectory(call.rooms, repository), `refs/heads/${checkBranchName(branchName)}`);
  if (commitId === undefined) throw branchDoesNotExist(branchName);
  return { branch: { branchName, commitId } };
}
