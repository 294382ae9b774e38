import { readCommit } from '../../../git/commit-object.ts';
import { isObjectId } from '../../../git/ref-names.ts';
import { commitIdDoesNotExist, invalidCommitId } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { GetCommitInput, GetCommitOutput } from '../shapes.ts';

export async function GetCommit(
  { repositoryName, commitId }: GetCommitInput,
  call: CodeCommitCall,
): Promise<GetCommitOutput> {
  const repository = await lookUp(call, repositoryName);
  if (!isObjectId(commitId)) throw invalidCommitId(commitId);
  const commit = await readCommit(gitDirectory(call.rooms, repository), commitId);
  if (commit === undefined) throw commitIdDoesNotExist(commitId);
  return { commit: { ...commit, additionalData: '' } };
}
