import { isObjectId } from '../../../git/ref-names.ts';
import { changeRefs } from '../announcements/announce.ts';
import { branchNameExists, commitDoesNotExist, invalidCommitId } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { NO_COMMIT, resolveCommit, updateRef } from '../git/refs.ts';
import { checkBranchName } from '../ref-names.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { CreateBranchInput } from '../shapes.ts';

/** Never sets the default branch. */
export async function CreateBranch(
  { repositoryName, branchName, commitId }: CreateBranchInput,
  call: CodeCommitCall,
): Promise<void> {
  const repository = await lookUp(call, repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  checkBranchName(branchName);
  if (!isObjectId(commitId)) throw invalidCommitId(commitId);
  if (!(await resolveCommit(directory, commitId))) throw commitDoesNotExist(commitId);
  await changeRefs(repository, call.rooms, async () => {
    const created = await updateRef(directory, `refs/heads/${branchName}`, commitId, NO_COMMIT);
    if (!created) throw branchNameExists(branchName);
  });
}
