import { groupArn, requireGroup } from '../find.ts';
import type { LogsOperation } from '../rooms.ts';
import { addTags } from '../tags.ts';

export const TagLogGroup: LogsOperation<'TagLogGroup'> = async ({ logGroupName, tags }, call) => {
  await call.rooms.database.write(async (tx) => {
    await requireGroup(tx, call, logGroupName);
    await addTags(tx, groupArn(call, logGroupName), tags);
  });
  return {};
};
