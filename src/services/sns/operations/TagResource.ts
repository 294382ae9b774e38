import { requireTaggable } from '../find-taggable.ts';
import type { SnsOperation } from '../rooms.ts';
import { addTags } from '../tags.ts';

export const TagResource: SnsOperation<'TagResource'> = async ({ ResourceArn: arn, Tags: tags }, call) => {
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, arn);
    await addTags(tx, arn, tags);
  });
  return {};
};
