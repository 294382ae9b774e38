import { isObjectId } from '../../../git/ref-names.ts';
import { blobIdDoesNotExist, fileTooLarge, invalidBlobId } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { readBlob, sizeOfBlob } from '../git/objects.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { GetBlobInput, GetBlobOutput } from '../shapes.ts';

const MAX_BYTES = 6 * 1024 * 1024;

export async function GetBlob({ repositoryName, blobId }: GetBlobInput, call: CodeCommitCall): Promise<GetBlobOutput> {
  const repository = await lookUp(call, repositoryName);
  if (!isObjectId(blobId)) throw invalidBlobId(blobId);
  const directory = gitDirectory(call.rooms, repository);
  const size = await sizeOfBlob(directory, blobId);
  if (size !== undefined && size > MAX_BYTES) throw fileTooLarge(blobId);
  const content = size === undefined ? undefined : await readBlob(directory, blobId);
  if (content === undefined) throw blobIdDoesNotExist(blobId);
  return { content };
}
