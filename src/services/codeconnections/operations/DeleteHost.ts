import { deleteConnectionHost } from '../../../store/codeconnections/connection-hosts.ts';
import { isHostUsed } from '../../../store/codeconnections/connections.ts';
import { dropTags } from '../../../store/tags.ts';
import { hostInUse } from '../errors.ts';
import { hostArn, requireLockedHost } from '../find.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';

export const DeleteHost: CodeConnectionsOperation<'DeleteHost'> = async ({ HostArn }, call) => {
  await call.rooms.database.write(async (tx) => {
    const row = await requireLockedHost(tx, call, HostArn);
    if (await isHostUsed(tx, row.id)) throw hostInUse(HostArn);
    await deleteConnectionHost(tx, row.id);
    await dropTags(tx, hostArn(row));
  });
  return {};
};
