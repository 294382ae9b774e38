import { checkPath } from '../commits/paths.ts';
import { checkPlace } from '../commits/tree-conflicts.ts';
import { requireParent, storeBlob, writeCommit } from '../commits/write-commit.ts';
import { fileContentRequired, sameFileContent } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { gitMode, listFiles } from '../git/objects.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { PutFileInput, PutFileOutput } from '../shapes.ts';

export async function PutFile(input: PutFileInput, call: CodeCommitCall): Promise<PutFileOutput> {
  const repository = await lookUp(call, input.repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  const path = checkPath(input.filePath);
  if (input.fileContent.length === 0) throw fileContentRequired();
  const parent = await requireParent(directory, input.branchName, input.parentCommitId);
  const files = parent === undefined ? [] : await listFiles(directory, parent);
  checkPlace(path, files);
  const mode = gitMode(input.fileMode ?? 'NORMAL');
  const blobId = await storeBlob(directory, input.fileContent);
  if (files.some((file) => file.path === path && file.id === blobId && file.mode === mode)) throw sameFileContent(path);
  const written = await writeCommit(
    repository,
    {
      branchName: input.branchName,
      parent,
      changes: [{ path, mode, id: blobId }],
      message: input.commitMessage ?? `Put ${path}\n`,
      name: input.name,
      email: input.email,
    },
    call,
  );
  return { ...written, blobId };
}
