import type { Operation } from '../../../kernel/operation.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { discardUpload, holdUpload } from '../writing/multipart.ts';

type Shapes = Operations['AbortMultipartUpload'];

export const AbortMultipartUpload: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  await call.rooms.database.write(async (tx) => {
    const upload = await holdUpload(tx, input, call);
    await discardUpload(tx, call.rooms, upload.id);
  });
  return {};
};
