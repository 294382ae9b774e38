import {
  BatchGetOnPremisesInstancesCommand,
  type InstanceInfo,
  ListOnPremisesInstancesCommand,
} from '@aws-sdk/client-codedeploy';
import { useQuery } from '@tanstack/react-query';
import { AgentState } from '../../parts/agents/agent-state.tsx';
import { useAgents } from '../../parts/agents/use-agents.ts';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { Mark } from '../../parts/status/mark.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { useCodeDeploy } from '../../wire/codedeploy.ts';
import { usePolling } from '../../wire/live.tsx';

const BATCH = 100;

/** The hosts that are registered, and whether their agents are alive. */
export function Instances() {
  const client = useCodeDeploy();
  const instances = useQuery({
    queryKey: ['wire', 'instances'],
    queryFn: async () => {
      const { instanceNames = [] } = await client.send(new ListOnPremisesInstancesCommand({}));
      const found: InstanceInfo[] = [];
      for (let at = 0; at < instanceNames.length; at += BATCH) {
        const command = new BatchGetOnPremisesInstancesCommand({ instanceNames: instanceNames.slice(at, at + BATCH) });
        found.push(...((await client.send(command)).instanceInfos ?? []));
      }
      return found;
    },
    refetchInterval: usePolling(),
  });
  const agents = useAgents();
  return (
    <SectionTable
      rows={instances.data ?? []}
      loading={instances.isPending}
      keyOf={({ instanceName = '' }) => instanceName}
      label="Instances"
      title="On-premises instances"
      counted
      empty="No host is registered here: `aws deploy register-on-premises-instance` does it, and `velocius agent` on the host serves it."
      columns={[
        { id: 'name', header: 'Instance', isRowHeader: true, cell: ({ instanceName }) => instanceName },
        {
          id: 'registered',
          header: 'Registration',
          cell: ({ deregisterTime }) =>
            deregisterTime === undefined ? (
              <Mark type="success">Registered</Mark>
            ) : (
              <Mark type="stopped">Deregistered</Mark>
            ),
        },
        {
          id: 'agent',
          header: 'Agent',
          cell: ({ instanceName = '' }) => <AgentState agent={agents.data?.get(instanceName)} />,
        },
        {
          id: 'tags',
          header: 'Tags',
          cell: ({ tags = [] }) => tags.map(({ Key, Value }) => `${Key}=${Value}`).join(', ') || '-',
        },
        { id: 'since', header: 'Since', cell: ({ registerTime }) => <Ago time={registerTime} /> },
      ]}
    />
  );
}
