import { listTags } from '../../../store/tags.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';
import { requireTaggable } from '../tags.ts';

export const ListTagsForResource: CodeConnectionsOperation<'ListTagsForResource'> = async ({ ResourceArn }, call) => {
  const tags = await call.rooms.database.read(async (reader) =>
    listTags(reader, await requireTaggable(reader, call, ResourceArn)),
  );
  return { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) };
};
