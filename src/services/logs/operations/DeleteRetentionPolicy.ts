import { setRetention } from '../../../store/logs/log-groups.ts';
import { requireGroup } from '../find.ts';
import type { LogsOperation } from '../rooms.ts';

export const DeleteRetentionPolicy: LogsOperation<'DeleteRetentionPolicy'> = async ({ logGroupName }, call) => {
  await call.rooms.database.write(async (tx) => {
    const { id } = await requireGroup(tx, call, logGroupName);
    await setRetention(tx, id, null);
  });
  return {};
};
