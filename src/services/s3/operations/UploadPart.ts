import type { Operation } from '../../../kernel/operation.ts';
import { encryptionOf, quoted } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { keepPart, partChecksum } from '../writing/multipart.ts';

type Shapes = Operations['UploadPart'];

export const UploadPart: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { upload, part } = await keepPart(input, input.Body ?? new Uint8Array(), call);
  return { ETag: quoted(part.etag), ...partChecksum(upload, part), ...encryptionOf({ facts: upload.facts.object }) };
};
