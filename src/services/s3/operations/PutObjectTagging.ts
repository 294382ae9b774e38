import type { Operation } from '../../../kernel/operation.ts';
import { checkObjectTags } from '../object-tags.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { tagObject } from '../writing/tag-object.ts';

type Shapes = Operations['PutObjectTagging'];

export const PutObjectTagging: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => ({
  VersionId: await tagObject(input, checkObjectTags(input.Tagging.TagSet), call),
});
