import { changeConnectionHost } from '../../../store/codeconnections/connection-hosts.ts';
import { suspendConnections } from '../../../store/codeconnections/connections.ts';
import { requireLockedHost } from '../find.ts';
import { checkedEndpoint } from '../host-endpoint.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';

/** A host that has moved is PENDING again, and its connections are: their credentials were not given for the new address. */
export const UpdateHost: CodeConnectionsOperation<'UpdateHost'> = async (input, call) => {
  const endpoint = input.ProviderEndpoint === undefined ? undefined : checkedEndpoint(input.ProviderEndpoint);
  await call.rooms.database.write(async (tx) => {
    const row = await requireLockedHost(tx, call, input.HostArn);
    const moved = endpoint !== undefined && endpoint !== row.endpoint;
    await changeConnectionHost(tx, row.id, {
      endpoint: endpoint ?? row.endpoint,
      vpc: input.VpcConfiguration === undefined ? row.vpc : JSON.stringify(input.VpcConfiguration),
      status: moved ? 'PENDING' : row.status,
    });
    if (moved) await suspendConnections(tx, row.id);
  });
  return {};
};
