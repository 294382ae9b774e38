import { deleteLogStream } from '../../../store/logs/log-streams.ts';
import { requireGroup, requireStream } from '../find.ts';
import { ERASE_WORK } from '../retention.ts';
import type { LogsOperation } from '../rooms.ts';

export const DeleteLogStream: LogsOperation<'DeleteLogStream'> = async ({ logGroupName, logStreamName }, call) => {
  const { database, work } = call.rooms;
  await database.write(async (tx) => {
    const group = await requireGroup(tx, call, logGroupName);
    const { id } = await requireStream(tx, group.id, logStreamName);
    await deleteLogStream(tx, id);
    await work.schedule(tx, ERASE_WORK, `stream/${id}`);
  });
  return {};
};
