import { useQuery } from '@tanstack/react-query';
import { type Agent, useWatch } from '../../wire/watch.ts';

/** No event tells of a poll, nor of one that does not come. */
const LOOK_MS = 2_000;
const PAGE = 1_000;

/** The agents of all registered instances, by the instances' names. */
export function useAgents() {
  const watch = useWatch();
  return useQuery({
    queryKey: ['wire', 'agents'],
    queryFn: async (): Promise<ReadonlyMap<string, Agent>> => {
      const agents = new Map<string, Agent>();
      let NextToken: string | undefined;
      do {
        const page = await watch.listAgents({ MaxResults: PAGE, NextToken });
        for (const agent of page.Agents) agents.set(agent.InstanceName, agent);
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      return agents;
    },
    refetchInterval: LOOK_MS,
    structuralSharing: false,
  });
}
