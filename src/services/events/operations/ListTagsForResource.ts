import { listTags } from '../../../store/tags.ts';
import type { EventsOperation } from '../rooms.ts';
import { requireTaggable } from '../tags.ts';

export const ListTagsForResource: EventsOperation<'ListTagsForResource'> = async ({ ResourceARN }, call) => {
  const tags = await call.rooms.database.read(async (reader) => {
    await requireTaggable(reader, call, ResourceARN);
    return listTags(reader, ResourceARN);
  });
  return { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) };
};
