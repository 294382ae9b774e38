import { readToken, writeToken } from '../../../kernel/page.ts';
import { invalidNextToken } from '../errors.ts';
import type { WatchOperation } from '../rooms.ts';

const PAGE = 100;

/**
 * The agents of registered on-premises instances, in the order of the instances' names. HEALTHY: it asks for work as it should;
 * LATE: it has missed polls; LOST: a deployment would fail for want of it; NEVER_SEEN: none has asked since the instance was
 * registered. A name that is none of a registered instance is not in the answer.
 */
export const ListAgents: WatchOperation<'ListAgents'> = async (input, call) => {
  const { InstanceNames: names, MaxResults: limit = PAGE, NextToken } = input;
  const found = await call.rooms.agents.list(call, { names, after: positionOf(NextToken), limit: limit + 1 });
  const agents = found.slice(0, limit);
  const last = agents.at(-1);
  return {
    Agents: agents.map(({ instance, host, health, lastPolled, version }) => ({
      InstanceName: instance,
      HostIdentifier: host,
      Health: health,
      LastPolled: lastPolled === undefined ? undefined : new Date(lastPolled),
      AgentVersion: version,
    })),
    NextToken: last === undefined || found.length <= limit ? undefined : writeToken([last.instance]),
  };
};

function positionOf(token: string | undefined): string {
  if (token === undefined) return '';
  const [name, ...more] = readToken(token) ?? [];
  if (typeof name !== 'string' || more.length > 0) throw invalidNextToken();
  return name;
}
