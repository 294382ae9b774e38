import type { Operation } from '../../../kernel/operation.ts';
import { keepPart, partChecksum } from '../multipart.ts';
import { encryptionOf, quoted } from '../object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['UploadPart'];

export const UploadPart: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { upload, part } = await keepPart(input, input.Body ?? new Uint8Array(), call);
  return { ETag: quoted(part.etag), ...partChecksum(upload, part), ...encryptionOf({ facts: upload.facts.object }) };
};
