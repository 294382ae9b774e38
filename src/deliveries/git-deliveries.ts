import { createHash } from 'node:crypto';
import { deliveredJson } from '../kernel/delivered-json.ts';
import type { ConnectionInfo, Connections } from '../ports/connections.ts';
import type { GitEvent, GitEvents } from '../ports/git-events.ts';
import type { Reception, WebhookDelivery, Webhooks } from '../ports/webhooks.ts';
import { readBitbucket } from './bitbucket-delivery.ts';
import { readGithub } from './github-delivery.ts';
import { readGitlab } from './gitlab-delivery.ts';
import type { Heard, ReadDelivery } from './heard.ts';

export interface GitDeliveryRooms {
  readonly connections: Connections;
  readonly events: GitEvents;
}

/** How a host speaks: the headers in which it names the kind of a delivery and the delivery itself. */
interface Host {
  readonly kind: string;
  readonly id: string;
  readonly read: ReadDelivery;
}

const GITHUB: Host = { kind: 'x-github-event', id: 'x-github-delivery', read: readGithub };
const GITLAB: Host = { kind: 'x-gitlab-event', id: 'x-gitlab-event-uuid', read: readGitlab };
const BITBUCKET: Host = { kind: 'x-event-key', id: 'x-request-uuid', read: readBitbucket };

const HOSTS: Readonly<Record<ConnectionInfo['providerType'], Host | undefined>> = {
  GitHub: GITHUB,
  GitHubEnterpriseServer: GITHUB,
  GitLab: GITLAB,
  GitLabSelfManaged: GITLAB,
  Bitbucket: BITBUCKET,
  AzureDevOps: undefined,
};

/**
 * Deliveries of git hosts to their connections, by the connection's id. The host shows that it knows the connection's webhook
 * secret; then what it tells is taken in, durably, before it is answered.
 *
 * Gaps: Azure DevOps is listened to by nobody yet.
 */
export function gitDeliveries(rooms: GitDeliveryRooms): Webhooks {
  return {
    find: async (id) => {
      const connection = await rooms.connections.find(id);
      return connection && { receive: (delivery) => receive(connection, delivery, rooms) };
    },
  };
}

async function receive(
  connection: ConnectionInfo,
  delivery: WebhookDelivery,
  { connections, events }: GitDeliveryRooms,
): Promise<Reception> {
  const { headers, body, header } = delivery;
  if (!(await connections.verify(connection.id, { headers, body })))
    return { status: 403, message: 'The delivery does not show the webhook secret of the connection' };
  const host = HOSTS[connection.providerType];
  if (host === undefined)
    return { status: 501, message: `Deliveries of ${connection.providerType} are not understood` };
  const content = deliveredJson(body, header('content-type'));
  if (content === undefined) return { status: 400, message: 'The body of the delivery is not JSON' };
  const heard = host.read(header(host.kind) ?? '', content);
  const id = `${connection.id}/${idOf(delivery, host)}`;
  await events.take(heard.map((one, index) => eventOf(one, `${id}/${index}`, connection)));
  return { status: 200, message: heard.length === 0 ? 'The delivery starts no pipeline' : 'The delivery is taken in' };
}

const MAX_ID = 100;

function idOf({ header, body }: WebhookDelivery, { id }: Host): string {
  return header(id)?.slice(0, MAX_ID) ?? createHash('sha256').update(body).digest('hex');
}

function eventOf({ fullRepositoryId, change, changedPaths }: Heard, id: string, connection: ConnectionInfo): GitEvent {
  const { arn: connectionArn, account } = connection;
  return { id, repository: { kind: 'connection', connectionArn, account, fullRepositoryId }, change, changedPaths };
}
