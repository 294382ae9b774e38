import { listTags } from '../../../store/tags.ts';
import { requireTaggable } from '../find-taggable.ts';
import type { SnsOperation } from '../rooms.ts';

export const ListTagsForResource: SnsOperation<'ListTagsForResource'> = async ({ ResourceArn: arn }, call) => {
  const tags = await call.rooms.database.read(async (reader) => {
    await requireTaggable(reader, call, arn);
    return listTags(reader, arn);
  });
  return { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) };
};
