import { checkPath } from '../commits/paths.ts';
import { fileDoesNotExist, fileTooLarge } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { fileMode, findEntry, isSubmodule, readBlob } from '../git/objects.ts';
import { requireCommit } from '../git/require-commit.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { GetFileInput, GetFileOutput } from '../shapes.ts';

const MAX_BYTES = 6 * 1024 * 1024;
const DIRECTORY = '040000';

export async function GetFile(
  { repositoryName, commitSpecifier, filePath }: GetFileInput,
  call: CodeCommitCall,
): Promise<GetFileOutput> {
  const repository = await lookUp(call, repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  const path = checkPath(filePath);
  const commitId = await requireCommit(directory, repository, commitSpecifier);
  const entry = await findEntry(directory, commitId, path);
  if (entry === undefined || entry.mode === DIRECTORY || isSubmodule(entry)) throw fileDoesNotExist(path);
  if (entry.size > MAX_BYTES) throw fileTooLarge(path);
  const fileContent = await readBlob(directory, entry.id);
  if (fileContent === undefined) throw fileDoesNotExist(path);
  return {
    commitId,
    blobId: entry.id,
    filePath: path,
    fileMode: fileMode(entry.mode),
    fileSize: entry.size,
    fileContent,
  };
}
