import { mkdir, rm } from 'node:fs/promises';
import { arn } from '../../../kernel/arn.ts';
import { insertRepository } from '../../../store/repositories.ts';
import { dropTags } from '../../../store/tags.ts';
import { notImplemented, repositoryNameExists } from '../errors.ts';
import { gitDirectory } from '../find.ts';
import { runGit } from '../git/git.ts';
import { checkRepositoryName } from '../ref-names.ts';
import { repositoryMetadata } from '../repository-view.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { CreateRepositoryInput, CreateRepositoryOutput } from '../shapes.ts';
import { addTags, checkTags } from '../tags.ts';

/** The directory first: a row never points to nothing. What a refused name leaves behind is removed. Gaps: keys of one's own (kmsKeyId) are refused: nothing is encrypted. */
export async function CreateRepository(
  input: CreateRepositoryInput,
  call: CodeCommitCall,
): Promise<CreateRepositoryOutput> {
  const { account, region, rooms, now } = call;
  if (input.kmsKeyId !== undefined) throw notImplemented('CreateRepository with kmsKeyId');
  checkTags(input.tags ?? {});
  const row = {
    id: rooms.ids.uuid(),
    account,
    region,
    name: checkRepositoryName(input.repositoryName),
    description: input.repositoryDescription ?? null,
    defaultBranch: null,
    announcements: 0,
    created: now,
    updated: now,
  };
  const directory = gitDirectory(rooms, row);
  await mkdir(directory, { recursive: true });
  try {
    await runGit(directory, ['init', '--bare', '--quiet', '--initial-branch=main', '.']);
    await rooms.database.write(async (tx) => {
      if (!(await insertRepository(tx, row))) throw repositoryNameExists(row.name);
      const resource = arn('codecommit', region, account, row.name);
      await dropTags(tx, resource);
      await addTags(tx, resource, input.tags ?? {});
    });
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
  return { repositoryMetadata: repositoryMetadata(row, call.endpoint) };
}
