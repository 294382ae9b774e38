import type { AgentHealth, Agents } from '../../ports/agents.ts';
import type { HostScope } from '../../ports/host-commands.ts';
import { type AgentOfInstance, listAgents, recordPoll } from '../../store/codedeploy/agents.ts';
import type { CodeDeployRooms } from './rooms.ts';
import { TIMEOUTS } from './timeouts.ts';

type AgentRooms = Pick<CodeDeployRooms, 'database' | 'clock' | 'timeouts'>;

/** A healthy agent polls again as soon as a poll is answered: this many polls held in vain may pass between two of its own. */
const MISSED_POLLS = 3;
const MAX_VERSION = 100;

export function agentsOf(rooms: AgentRooms): Agents {
  return {
    list: async (scope, page) => {
      const agents = await rooms.database.read((reader) => listAgents(reader, scope, page));
      const now = rooms.clock.now();
      return agents.map((agent) => ({
        instance: agent.name,
        host: agent.host,
        health: healthOf(agent, now, rooms),
        lastPolled: agent.lastPolled ?? undefined,
        version: agent.version ?? undefined,
      }));
    },
  };
}

function healthOf({ lastPolled }: AgentOfInstance, now: number, { timeouts }: AgentRooms): AgentHealth {
  if (lastPolled === null) return 'NEVER_SEEN';
  const silent = now - lastPolled;
  if (silent <= MISSED_POLLS * (timeouts?.poll ?? TIMEOUTS.poll)) return 'HEALTHY';
  return silent <= (timeouts?.unclaimed ?? TIMEOUTS.unclaimed) ? 'LATE' : 'LOST';
}

/** Writes down that agents poll: of those that poll again at once, not every poll. */
export function signsOfLife(rooms: AgentRooms) {
  const recorded = new Map<string, number>();
  return async (scope: HostScope, host: string, version: string | undefined): Promise<void> => {
    const key = `${scope.account} ${scope.region} ${host}`;
    const now = rooms.clock.now();
    const pause = (rooms.timeouts?.poll ?? TIMEOUTS.poll) / 2;
    if (now - (recorded.get(key) ?? Number.NEGATIVE_INFINITY) < pause) return;
    recorded.set(key, now);
    const seen = { host, now, version: version?.slice(0, MAX_VERSION) ?? null };
    await rooms.database.write((tx) => recordPoll(tx, scope, seen));
  };
}
