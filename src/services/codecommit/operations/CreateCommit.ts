import { planCommit } from '../commits/commit-plan.ts';
import { requireParent, writeCommit } from '../commits/write-commit.ts';
import { notImplemented } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { listFiles } from '../git/objects.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { CreateCommitInput, CreateCommitOutput } from '../shapes.ts';

/** Gaps: keepEmptyFolders is refused; folders that become empty go, as by default. */
export async function CreateCommit(input: CreateCommitInput, call: CodeCommitCall): Promise<CreateCommitOutput> {
  if (input.keepEmptyFolders) throw notImplemented('CreateCommit with keepEmptyFolders');
  const repository = await lookUp(call, input.repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  const parent = await requireParent(directory, input.branchName, input.parentCommitId);
  const plan = await planCommit(directory, input, parent === undefined ? [] : await listFiles(directory, parent));
  const written = await writeCommit(
    repository,
    {
      branchName: input.branchName,
      parent,
      changes: plan.changes,
      message: input.commitMessage ?? 'Changed files\n',
      name: input.authorName,
      email: input.email,
    },
    call,
  );
  return { ...written, filesAdded: plan.added, filesUpdated: plan.updated, filesDeleted: plan.deleted };
}
