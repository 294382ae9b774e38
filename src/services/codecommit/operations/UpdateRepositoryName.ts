import { arn } from '../../../kernel/arn.ts';
import { findRepository, updateRepository } from '../../../store/repositories.ts';
import { moveTags } from '../../../store/tags.ts';
import { repositoryNameExists } from '../errors.ts';
import { requireLockedRepository } from '../find.ts';
import { checkRepositoryName } from '../ref-names.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { UpdateRepositoryNameInput } from '../shapes.ts';

/** The id stays; URLs and the ARN change. */
export async function UpdateRepositoryName(
  { oldName, newName }: UpdateRepositoryNameInput,
  call: CodeCommitCall,
): Promise<void> {
  const { account, region, rooms, now } = call;
  checkRepositoryName(newName);
  await rooms.database.write(async (tx) => {
    const row = await requireLockedRepository(tx, call, oldName);
    if ((await findRepository(tx, { account, region, name: newName })) !== undefined)
      throw repositoryNameExists(newName);
    await updateRepository(tx, row.id, { ...row, name: newName, updated: now });
    await moveTags(tx, arn('codecommit', region, account, oldName), arn('codecommit', region, account, newName));
  });
}
