import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { AgentState } from '../../parts/agents/agent-state.tsx';
import { useAgents } from '../../parts/agents/use-agents.ts';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { useDeployment } from '../deployment/use-deployment.ts';
import { useGroupInstances } from './use-group-instances.ts';

/** The instances of a group: whether their agents are alive, and how the last deployment left them. */
export function GroupHealth({ group }: { readonly group: DeploymentGroupInfo }) {
  const { deploymentGroupName = '', lastAttemptedDeployment } = group;
  const instances = useGroupInstances(group);
  const agents = useAgents();
  const last = useDeployment(lastAttemptedDeployment?.deploymentId);
  const targets = new Map(
    last.data?.targets.map((target) => [target.targetId?.split('/').at(-1) ?? '', target] as const),
  );
  const names = [...new Set([...(instances.data ?? []), ...targets.keys()])].sort();
  return (
    <SectionTable
      rows={names.map((name) => ({ name, agent: agents.data?.get(name), target: targets.get(name) }))}
      loading={instances.isPending}
      keyOf={({ name = '' }) => name}
      label={`Instances of ${deploymentGroupName}`}
      title={`Instances of ${deploymentGroupName}`}
      description={<LastDeployment id={lastAttemptedDeployment?.deploymentId} />}
      counted
      empty="No registered instance has the tags of this group."
      columns={[
        { id: 'name', header: 'Instance', isRowHeader: true, cell: ({ name }) => name },
        { id: 'agent', header: 'Agent', cell: ({ agent }) => <AgentState agent={agent} /> },
        {
          id: 'status',
          header: 'Last deployment',
          cell: ({ target }) => (target === undefined ? 'Not deployed to' : <Status status={target.status} />),
        },
        {
          id: 'event',
          header: 'Failed at',
          cell: ({ target }) =>
            target?.lifecycleEvents?.find(({ status }) => status === 'Failed')?.lifecycleEventName ?? '-',
        },
        { id: 'heard', header: 'Heard in it', cell: ({ target }) => <Ago time={target?.lastUpdatedAt} /> },
      ]}
    />
  );
}

function LastDeployment({ id }: { readonly id: string | undefined }) {
  if (id === undefined) return <>Nothing was deployed to this group yet.</>;
  return (
    <>
      The last deployment was <PageLink to={pagePath('deployments', id)}>{id}</PageLink>.
    </>
  );
}
