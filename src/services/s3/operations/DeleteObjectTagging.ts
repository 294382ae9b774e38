import type { Operation } from '../../../kernel/operation.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { tagObject } from '../writing/tag-object.ts';

type Shapes = Operations['DeleteObjectTagging'];

export const DeleteObjectTagging: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => ({
  VersionId: await tagObject(input, [], call),
});
