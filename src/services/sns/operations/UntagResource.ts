import { removeTags } from '../../../store/tags.ts';
import { requireTaggable } from '../find-taggable.ts';
import type { SnsOperation } from '../rooms.ts';

export const UntagResource: SnsOperation<'UntagResource'> = async ({ ResourceArn: arn, TagKeys: keys }, call) => {
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, arn);
    await removeTags(tx, arn, keys);
  });
  return {};
};
