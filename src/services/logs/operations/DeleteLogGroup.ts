import { deleteLogGroup } from '../../../store/logs/log-groups.ts';
import { dropTags } from '../../../store/tags.ts';
import { groupArn, requireGroup } from '../find.ts';
import { ERASE_WORK } from '../retention.ts';
import type { LogsOperation } from '../rooms.ts';

export const DeleteLogGroup: LogsOperation<'DeleteLogGroup'> = async ({ logGroupName }, call) => {
  const { database, work } = call.rooms;
  await database.write(async (tx) => {
    const { id } = await requireGroup(tx, call, logGroupName);
    await deleteLogGroup(tx, id);
    await dropTags(tx, groupArn(call, logGroupName));
    await work.schedule(tx, ERASE_WORK, `group/${id}`);
  });
  return {};
};
