import type { Operation } from '../../../kernel/operation.ts';
import { quoted, versionIdOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { openSource } from '../writing/copy-source.ts';
import { keepPart, partChecksum } from '../writing/multipart.ts';

type Shapes = Operations['UploadPartCopy'];

export const UploadPartCopy: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const source = await openSource(input, call);
  const { upload, part } = await keepPart(input, source.body, call).finally(() => source.body.destroy());
  return {
    CopyPartResult: {
      ETag: quoted(part.etag),
      LastModified: new Date(part.modified),
      ...partChecksum(upload, part),
    },
    CopySourceVersionId: versionIdOf(source.bucket, source.version),
  };
};
