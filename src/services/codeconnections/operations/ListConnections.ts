import { listConnections } from '../../../store/codeconnections/connections.ts';
import { requireHost } from '../find.ts';
import { idFrom, pageOf, sizeOf } from '../pages.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';
import type { Connection } from '../shapes.ts';
import { connectionView } from '../views.ts';

export const ListConnections: CodeConnectionsOperation<'ListConnections'> = async (input, call) => {
  const size = sizeOf(input.MaxResults);
  const after = idFrom(input.NextToken);
  return call.rooms.database.read(async (reader) => {
    const { HostArnFilter, ProviderTypeFilter: providerType } = input;
    const hostId = HostArnFilter && (await requireHost(reader, call, HostArnFilter)).id;
    const found = await listConnections(reader, call, { providerType, hostId, after, limit: size + 1 });
    const { rows, nextToken } = pageOf(found, size);
    const Connections: Connection[] = [];
    for (const row of rows) Connections.push(await connectionView(reader, row));
    return { Connections, NextToken: nextToken };
  });
};
