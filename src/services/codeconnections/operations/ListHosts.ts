import { listConnectionHosts } from '../../../store/codeconnections/connection-hosts.ts';
import { idFrom, pageOf, sizeOf } from '../pages.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';
import { hostView } from '../views.ts';

export const ListHosts: CodeConnectionsOperation<'ListHosts'> = async (input, call) => {
  const size = sizeOf(input.MaxResults);
  const after = idFrom(input.NextToken);
  const found = await call.rooms.database.read((reader) =>
    listConnectionHosts(reader, call, { after, limit: size + 1 }),
  );
  const { rows, nextToken } = pageOf(found, size);
  return { Hosts: rows.map(hostView), NextToken: nextToken };
};
