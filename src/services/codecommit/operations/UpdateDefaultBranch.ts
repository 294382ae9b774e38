import { updateRepository } from '../../../store/repositories.ts';
import { branchDoesNotExist } from '../errors.ts';
import { gitDirectory, lookUp, requireLockedRepository } from '../find.ts';
import { readRef, setHead } from '../git/refs.ts';
import { checkBranchName } from '../ref-names.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { UpdateDefaultBranchInput } from '../shapes.ts';

export async function UpdateDefaultBranch(
  { repositoryName, defaultBranchName }: UpdateDefaultBranchInput,
  call: CodeCommitCall,
): Promise<void> {
  const directory = gitDirectory(call.rooms, await lookUp(call, repositoryName));
  if ((await readRef(directory, `refs/heads/${checkBranchName(defaultBranchName)}`)) === undefined)
    throw branchDoesNotExist(defaultBranchName);
  await call.rooms.database.write(async (tx) => {
    const row = await requireLockedRepository(tx, call, repositoryName);
    await updateRepository(tx, row.id, { ...row, defaultBranch: defaultBranchName, updated: call.now });
  });
  await setHead(directory, defaultBranchName);
}
