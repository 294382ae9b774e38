import { type DeploymentGroupInfo, ListOnPremisesInstancesCommand, type TagFilter } from '@aws-sdk/client-codedeploy';
import { useQuery } from '@tanstack/react-query';
import { useCodeDeploy } from '../../wire/codedeploy.ts';
import { usePolling } from '../../wire/live.tsx';

/** Names of the instances that the next deployment of the group would go to. */
export function useGroupInstances(group: DeploymentGroupInfo) {
  const client = useCodeDeploy();
  const filters = filtersOf(group);
  const having = async (tagFilters: readonly TagFilter[]): Promise<string[]> => {
    const names: string[] = [];
    let nextToken: string | undefined;
    do {
      const input = { registrationStatus: 'Registered' as const, tagFilters: [...tagFilters], nextToken };
      const page = await client.send(new ListOnPremisesInstancesCommand(input));
      names.push(...(page.instanceNames ?? []));
      nextToken = page.nextToken || undefined;
    } while (nextToken !== undefined);
    return names;
  };
  return useQuery({
    queryKey: ['wire', 'deployments', 'instances-of', JSON.stringify(filters)],
    queryFn: async () => {
      const [first = [], ...others] = await Promise.all(filters.map(having));
      return first.filter((name) => others.every((names) => names.includes(name)));
    },
    refetchInterval: usePolling(),
  });
}

/** One tag of each list is what an instance must have. */
function filtersOf(group: DeploymentGroupInfo): readonly (readonly TagFilter[])[] {
  const { onPremisesInstanceTagFilters = [], onPremisesTagSet } = group;
  const lists = [onPremisesInstanceTagFilters, ...(onPremisesTagSet?.onPremisesTagSetList ?? [])];
  return lists.filter((list) => list.length > 0);
}
