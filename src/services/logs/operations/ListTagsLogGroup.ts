import { groupArn, requireGroup } from '../find.ts';
import type { LogsOperation } from '../rooms.ts';
import { readTags } from '../tags.ts';

export const ListTagsLogGroup: LogsOperation<'ListTagsLogGroup'> = async ({ logGroupName }, call) => ({
  tags: await call.rooms.database.read(async (reader) => {
    await requireGroup(reader, call, logGroupName);
    return readTags(reader, groupArn(call, logGroupName));
  }),
});
