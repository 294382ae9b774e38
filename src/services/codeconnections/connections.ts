import { ServiceError } from '../../kernel/service-error.ts';
import type { ConnectionInfo, Connections, GitAccess, GitCredentials } from '../../ports/connections.ts';
import type { Secrets } from '../../secrets/secrets.ts';
import { findConnectionHost } from '../../store/codeconnections/connection-hosts.ts';
import { type ConnectionRow, findConnection } from '../../store/codeconnections/connections.ts';
import type { Database } from '../../store/database.ts';
import { cloneUrl, commitPages, isRepositoryId } from './clone-url.ts';
import { isFromGitHost } from './deliveries.ts';
import { connectionArn, referenceOf } from './find.ts';
import { placeOf } from './secret-place.ts';

export interface ConnectionRooms {
  readonly database: Database;
  readonly secrets: Secrets;
}

/** The port by which other rooms use connections. */
export function createConnections(rooms: ConnectionRooms): Connections {
  const find = (arnOrId: string): Promise<ConnectionRow | undefined> =>
    rooms.database.read((reader) => findConnection(reader, referenceOf(arnOrId)?.id ?? arnOrId));
  return {
    find: async (arnOrId) => {
      const row = await find(arnOrId);
      return row && infoOf(row);
    },
    verify: async (id, delivery) => {
      const row = await find(id);
      if (row === undefined || row.status !== 'AVAILABLE' || row.webhookSecret === null) return false;
      const secret = rooms.secrets.open(row.webhookSecret, placeOf(row, 'webhook-secret'));
      return isFromGitHost(row.providerType, delivery, secret);
    },
    access: (account, arn, repository) => access(rooms, { account, arn, repository }),
  };
}

export function infoOf(row: ConnectionRow): ConnectionInfo {
  const { id, account, region, name, status } = row;
  // Written by CreateConnection, where the model has checked it.
  const providerType = row.providerType as ConnectionInfo['providerType'];
  return { id, arn: connectionArn(row), account, region, name, providerType, status };
}

interface Wanted {
  readonly account: string;
  readonly arn: string;
  readonly repository: string;
}

async function access({ database, secrets }: ConnectionRooms, wanted: Wanted): Promise<GitAccess> {
  const { account, arn, repository } = wanted;
  const reference = referenceOf(arn);
  const found = await database.read(async (reader) => {
    const row = reference?.kind === 'connection' ? await findConnection(reader, reference.id) : undefined;
    const host = row?.hostId ? await findConnectionHost(reader, row.hostId) : undefined;
    return row && { row, host };
  });
  const isOwn = found?.row.account === account && reference?.account === account;
  if (found === undefined || !isOwn || found.row.region !== reference.region)
    throw unusable(arn, 'there is no such connection in this account');
  const { row, host } = found;
  if (row.status !== 'AVAILABLE') throw unusable(arn, `the connection is ${row.status}, not AVAILABLE`);
  if (!isRepositoryId(repository))
    throw new ServiceError(
      'ConfigurationError',
      `${repository} is not the full id of a repository, such as owner/name`,
    );
  const url = cloneUrl(row, host, repository);
  if (url === undefined) throw unusable(arn, 'nobody has said where its git host is');
  return { url, credentials: credentialsOf(row, secrets), commitPages: commitPages(row.providerType, url) };
}

function credentialsOf(row: ConnectionRow, secrets: Secrets): GitCredentials | undefined {
  if (row.username === null || row.password === null) return undefined;
  return { username: row.username, password: secrets.open(row.password, placeOf(row, 'password')) };
}

function unusable(arn: string, why: string): ServiceError {
  return new ServiceError('ConnectionError', `Unable to use Connection: ${arn}: ${why}`);
}
