import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { loadModel } from '../../kernel/model.ts';
import type { AnyOperation, Service } from '../../kernel/operation.ts';
import type { ConnectionSetup, Connections } from '../../ports/connections.ts';
import type { Secrets } from '../../secrets/secrets.ts';
import type { Database } from '../../store/database.ts';
import { createConnectionSetup } from './complete.ts';
import { createConnections } from './connections.ts';
import { CreateConnection } from './operations/CreateConnection.ts';
import { CreateHost } from './operations/CreateHost.ts';
import { DeleteConnection } from './operations/DeleteConnection.ts';
import { DeleteHost } from './operations/DeleteHost.ts';
import { GetConnection } from './operations/GetConnection.ts';
import { GetHost } from './operations/GetHost.ts';
import { ListConnections } from './operations/ListConnections.ts';
import { ListHosts } from './operations/ListHosts.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { TagResource } from './operations/TagResource.ts';
import { UntagResource } from './operations/UntagResource.ts';
import { UpdateHost } from './operations/UpdateHost.ts';
import type { CodeConnectionsRooms } from './rooms.ts';

/** One row per operation; the absent ones (repository links, which CloudFormation syncs from) are answered as not implemented. */
export const operations: Readonly<Record<string, AnyOperation<CodeConnectionsRooms>>> = {
  CreateConnection,
  CreateHost,
  DeleteConnection,
  DeleteHost,
  GetConnection,
  GetHost,
  ListConnections,
  ListHosts,
  ListTagsForResource,
  TagResource,
  UntagResource,
  UpdateHost,
};

export interface CodeConnections {
  /** The service under both of its names: clients of 2019 call it CodeStar connections. */
  readonly services: readonly Service<CodeConnectionsRooms>[];
  readonly connections: Connections;
  readonly setup: ConnectionSetup;
}

const FORMER_TARGET = 'com.amazonaws.codestar.connections.CodeStar_connections_20191201';

export function createCodeConnections(rooms: {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
}): CodeConnections {
  const { database, clock, ids } = rooms;
  const model = loadModel('codeconnections');
  const signingNames = ['codeconnections', 'codestar-connections'];
  return {
    services: [
      {
        name: 'codeconnections',
        signingNames,
        model,
        operations,
        rooms: { database, clock, ids, calledAs: 'codeconnections' },
      },
      {
        name: 'codestar-connections',
        signingNames,
        model: { ...model, metadata: { ...model.metadata, targetPrefix: FORMER_TARGET } },
        operations,
        rooms: { database, clock, ids, calledAs: 'codestar-connections' },
      },
    ],
    connections: createConnections(rooms),
    setup: createConnectionSetup(rooms),
  };
}
