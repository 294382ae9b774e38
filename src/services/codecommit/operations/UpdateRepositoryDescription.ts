import { updateRepository } from '../../../store/repositories.ts';
import { requireLockedRepository } from '../find.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { UpdateRepositoryDescriptionInput } from '../shapes.ts';

export async function UpdateRepositoryDescription(
  { repositoryName, repositoryDescription }: UpdateRepositoryDescriptionInput,
  call: CodeCommitCall,
): Promise<void> {
  await call.rooms.database.write(async (tx) => {
    const row = await requireLockedRepository(tx, call, repositoryName);
    await updateRepository(tx, row.id, { ...row, description: repositoryDescription ?? null, updated: call.now });
  });
}
