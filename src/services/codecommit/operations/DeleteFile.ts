import { checkPath } from '../commits/paths.ts';
import { requireParent, writeCommit } from '../commits/write-commit.ts';
import { branchDoesNotExist, fileDoesNotExist, notImplemented } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { findEntry } from '../git/objects.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { DeleteFileInput, DeleteFileOutput } from '../shapes.ts';

const FILES: readonly string[] = ['100644', '100755', '120000'];

/** Gaps: keepEmptyFolders is refused; folders that become empty go, as by default. */
export async function DeleteFile(input: DeleteFileInput, call: CodeCommitCall): Promise<DeleteFileOutput> {
  const { branchName, parentCommitId, commitMessage, name, email } = input;
  if (input.keepEmptyFolders) throw notImplemented('DeleteFile with keepEmptyFolders');
  const repository = await lookUp(call, input.repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  const path = checkPath(input.filePath);
  const parent = await requireParent(directory, branchName, parentCommitId);
  if (parent === undefined) throw branchDoesNotExist(branchName);
  const file = await findEntry(directory, parent, path);
  if (file === undefined || !FILES.includes(file.mode)) throw fileDoesNotExist(path);
  const message = commitMessage ?? `Deleted ${path}\n`;
  const changes = [{ path, mode: file.mode, id: undefined }];
  const written = await writeCommit(repository, { branchName, parent, changes, message, name, email }, call);
  return { ...written, blobId: file.id, filePath: path };
}
