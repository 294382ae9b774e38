import { blobIdDoesNotExist, fileTooLarge, invalidBlobId } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { readBlob } from '../objects.ts';
import { isObjectId } from '../ref-names.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { GetBlobInput, GetBlobOutput } from '../shapes.ts';

const MAX_BYTES = 6 * 1024 * 1024;

export async function GetBlob({ repositoryName, blobId }: GetBlobInput, call: CodeCommitCall): Promise<GetBlobOutput> {
  const repository = await lookUp(call, repositoryName);
  if (!isObjectId(blobId)) throw invalidBlobId(blobId);
  const content = await readBlob(gitDirectory(call.rooms, repository), blobId);
  if (content === undefined) throw blobIdDoesNotExist(blobId);
  if (content.length > MAX_BYTES) throw fileTooLarge(blobId);
  return { content };
}
