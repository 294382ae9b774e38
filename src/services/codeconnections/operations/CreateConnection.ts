import { lockConnectionHost } from '../../../store/codeconnections/connection-hosts.ts';
import { type ConnectionRow, countConnections, insertConnection } from '../../../store/codeconnections/connections.ts';
import type { Tx } from '../../../store/database.ts';
import { hostNotFound, invalid, limitExceeded } from '../errors.ts';
import { connectionArn, requireHost } from '../find.ts';
import { needsHost } from '../host-endpoint.ts';
import type { CodeConnectionsCall, CodeConnectionsOperation } from '../rooms.ts';
import type { CreateConnectionInput } from '../shapes.ts';
import { addTags, checkedTags } from '../tags.ts';

const MAX_CONNECTIONS = 250;

/**
 * The connection is PENDING until somebody completes it: at AWS in the console, here with `velocius connection`.
 *
 * Gaps: AWS's documentation calls names unique in an account, and the operation knows no error for it: here they may repeat.
 */
export const CreateConnection: CodeConnectionsOperation<'CreateConnection'> = async (input, call) => {
  checkedTags(input.Tags ?? []);
  const row = await call.rooms.database.write(async (tx) => {
    const { providerType, hostId } = await destinationOf(tx, input, call);
    const row: ConnectionRow = {
      id: call.rooms.ids.uuid(),
      account: call.account,
      region: call.region,
      service: call.rooms.calledAs,
      name: input.ConnectionName,
      providerType,
      hostId,
      status: 'PENDING',
      cloneUrl: null,
      username: null,
      password: null,
      webhookSecret: null,
      created: call.now,
    };
    if ((await countConnections(tx, call)) >= MAX_CONNECTIONS) throw limitExceeded('connections', MAX_CONNECTIONS);
    await insertConnection(tx, row);
    await addTags(tx, connectionArn(row), input.Tags ?? []);
    return row;
  });
  return { ConnectionArn: connectionArn(row), Tags: input.Tags };
};

type Destination = Pick<ConnectionRow, 'providerType' | 'hostId'>;

async function destinationOf(
  tx: Tx,
  { ProviderType, HostArn }: CreateConnectionInput,
  call: CodeConnectionsCall,
): Promise<Destination> {
  if (HostArn === undefined) {
    if (ProviderType === undefined) throw invalid('One of ProviderType and HostArn is needed');
    if (needsHost(ProviderType)) throw invalid(`A connection to ${ProviderType} needs the HostArn of its host`);
    return { providerType: ProviderType, hostId: null };
  }
  const { id } = await requireHost(tx, call, HostArn);
  const host = await lockConnectionHost(tx, id);
  if (host === undefined) throw hostNotFound(HostArn);
  if (ProviderType !== undefined && ProviderType !== host.providerType)
    throw invalid(`The host is of the provider type ${host.providerType}, not ${ProviderType}`);
  return { providerType: host.providerType, hostId: host.id };
}
