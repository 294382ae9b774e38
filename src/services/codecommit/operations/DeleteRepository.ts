import { rm } from 'node:fs/promises';
import { arn } from '../../../kernel/arn.ts';
import { deleteRepository, lockRepository } from '../../../store/repositories.ts';
import { dropTags } from '../../../store/tags.ts';
import { gitDirectory } from '../find.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { DeleteRepositoryInput, DeleteRepositoryOutput } from '../shapes.ts';

/** Idempotent: a repository that is not there is deleted already, and has no id to answer. */
export async function DeleteRepository(
  { repositoryName: name }: DeleteRepositoryInput,
  { account, region, rooms }: CodeCommitCall,
): Promise<DeleteRepositoryOutput> {
  const row = await rooms.database.write(async (tx) => {
    const found = await lockRepository(tx, { account, region, name });
    if (found === undefined) return undefined;
    await deleteRepository(tx, found.id);
    await dropTags(tx, arn('codecommit', region, account, name));
    return found;
  });
  // A push may still be writing there: what it adds meanwhile is removed too.
  if (row !== undefined) await rm(gitDirectory(rooms, row), { recursive: true, force: true, maxRetries: 5 });
  return { repositoryId: row?.id };
}
