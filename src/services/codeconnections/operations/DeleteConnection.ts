import { deleteConnection } from '../../../store/codeconnections/connections.ts';
import { dropTags } from '../../../store/tags.ts';
import { connectionNotFound } from '../errors.ts';
import { connectionArn, requireConnection } from '../find.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';

export const DeleteConnection: CodeConnectionsOperation<'DeleteConnection'> = async ({ ConnectionArn }, call) => {
  await call.rooms.database.write(async (tx) => {
    const row = await requireConnection(tx, call, ConnectionArn);
    if (!(await deleteConnection(tx, row.id))) throw connectionNotFound(ConnectionArn);
    await dropTags(tx, connectionArn(row));
  });
  return {};
};
