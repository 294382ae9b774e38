import { removeTags } from '../../../store/tags.ts';
import { groupArn, requireGroup } from '../find.ts';
import type { LogsOperation } from '../rooms.ts';

export const UntagLogGroup: LogsOperation<'UntagLogGroup'> = async ({ logGroupName, tags }, call) => {
  await call.rooms.database.write(async (tx) => {
    await requireGroup(tx, call, logGroupName);
    await removeTags(tx, groupArn(call, logGroupName), tags);
  });
  return {};
};
