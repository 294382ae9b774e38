import type { LogsOperation } from '../rooms.ts';
import { readTags, requireTaggable } from '../tags.ts';

export const ListTagsForResource: LogsOperation<'ListTagsForResource'> = async ({ resourceArn }, call) => ({
  tags: await call.rooms.database.read(async (reader) =>
    readTags(reader, await requireTaggable(reader, call, resourceArn)),
  ),
});
