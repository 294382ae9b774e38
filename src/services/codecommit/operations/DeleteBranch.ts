import { changeRefs } from '../announcements/announce.ts';
import { defaultBranchCannotBeDeleted } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { deleteRef, readRef } from '../git/refs.ts';
import { checkBranchName } from '../ref-names.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { DeleteBranchInput, DeleteBranchOutput } from '../shapes.ts';

/** A branch that is not there is deleted already (the model has no error for it). */
export async function DeleteBranch(
  { repositoryName, branchName }: DeleteBranchInput,
  call: CodeCommitCall,
): Promise<DeleteBranchOutput> {
  const repository = await lookUp(call, repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  const ref = `refs/heads/${checkBranchName(branchName)}`;
  if (repository.defaultBranch === branchName) throw defaultBranchCannotBeDeleted(branchName);
  const commitId = await readRef(directory, ref);
  if (commitId === undefined) return {};
  await changeRefs(repository, call.rooms, () => deleteRef(directory, ref));
  return { deletedBranch: { branchName, commitId } };
}
