import { insertLogStream } from '../../../store/logs/log-streams.ts';
import { streamExists } from '../errors.ts';
import { requireGroup } from '../find.ts';
import type { LogsOperation } from '../rooms.ts';

export const CreateLogStream: LogsOperation<'CreateLogStream'> = async ({ logGroupName, logStreamName }, call) => {
  await call.rooms.database.write(async (tx) => {
    const group = await requireGroup(tx, call, logGroupName);
    if (!(await insertLogStream(tx, group.id, logStreamName, call.now))) throw streamExists();
  });
  return {};
};
