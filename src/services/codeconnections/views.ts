import { type ConnectionHostRow, findConnectionHost } from '../../store/codeconnections/connection-hosts.ts';
import type { ConnectionRow } from '../../store/codeconnections/connections.ts';
import type { Reader } from '../../store/database.ts';
import { connectionArn, hostArn } from './find.ts';
import type { Connection, Host, ProviderType, VpcConfiguration } from './shapes.ts';

/** Rows of the store in the shapes of the API: nothing of their secrets. */
export async function connectionView(reader: Reader, row: ConnectionRow): Promise<Connection> {
  const host = row.hostId === null ? undefined : await findConnectionHost(reader, row.hostId);
  return {
    ConnectionName: row.name,
    ConnectionArn: connectionArn(row),
    // Written by CreateConnection, where the model has checked it.
    ProviderType: row.providerType as ProviderType,
    OwnerAccountId: row.account,
    ConnectionStatus: row.status,
    HostArn: host && hostArn(host),
  };
}

export function hostView(row: ConnectionHostRow): Host {
  return {
    Name: row.name,
    HostArn: hostArn(row),
    // Written by CreateHost, where the model has checked it.
    ProviderType: row.providerType as ProviderType,
    ProviderEndpoint: row.endpoint,
    VpcConfiguration: vpcOf(row),
    Status: row.status,
  };
}

export function vpcOf({ vpc }: ConnectionHostRow): VpcConfiguration | undefined {
  return vpc === null ? undefined : JSON.parse(vpc);
}
