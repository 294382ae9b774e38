import { requireConnection } from '../find.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';
import { connectionView } from '../views.ts';

export const GetConnection: CodeConnectionsOperation<'GetConnection'> = async ({ ConnectionArn }, call) => ({
  Connection: await call.rooms.database.read(async (reader) =>
    connectionView(reader, await requireConnection(reader, call, ConnectionArn)),
  ),
});
