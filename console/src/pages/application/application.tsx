import {
  BatchGetDeploymentGroupsCommand,
  BatchGetDeploymentsCommand,
  type DeploymentInfo,
  ListDeploymentGroupsCommand,
  ListDeploymentsCommand,
} from '@aws-sdk/client-codedeploy';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { Failure } from '../../parts/failure.tsx';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';
import { useCodeDeploy } from '../../wire/codedeploy.ts';
import { usePolling } from '../../wire/live.tsx';
import { GroupHealth } from './group-health.tsx';

const SHOWN = 25;

/** An application: the groups it is deployed to, and its last deployments. */
export function Application() {
  const { name = '' } = useParams();
  const client = useCodeDeploy();
  const groups = useQuery({
    queryKey: ['wire', 'deployments', 'groups', name],
    queryFn: async () => {
      const { deploymentGroups = [] } = await client.send(new ListDeploymentGroupsCommand({ applicationName: name }));
      if (deploymentGroups.length === 0) return [];
      const command = new BatchGetDeploymentGroupsCommand({
        applicationName: name,
        deploymentGroupNames: deploymentGroups,
      });
      return (await client.send(command)).deploymentGroupsInfo ?? [];
    },
    refetchInterval: usePolling(),
  });
  const names = (groups.data ?? []).flatMap(({ deploymentGroupName }) => deploymentGroupName ?? []);
  const deployments = useQuery({
    queryKey: ['wire', 'deployments', 'of', name, ...names],
    enabled: groups.isSuccess,
    queryFn: async () => {
      const lists = await Promise.all(
        names.map((deploymentGroupName) =>
          client.send(new ListDeploymentsCommand({ applicationName: name, deploymentGroupName })),
        ),
      );
      const ids = lists.flatMap(({ deployments: found = [] }) => found.slice(0, SHOWN));
      const batches: DeploymentInfo[] = [];
      for (let at = 0; at < ids.length; at += SHOWN) {
        const command = new BatchGetDeploymentsCommand({ deploymentIds: ids.slice(at, at + SHOWN) });
        batches.push(...((await client.send(command)).deploymentsInfo ?? []));
      }
      return batches.sort((one, other) => (other.createTime?.getTime() ?? 0) - (one.createTime?.getTime() ?? 0));
    },
    refetchInterval: usePolling(),
  });
  if (groups.isError && groups.data === undefined)
    return <Failure what={`The application ${name}`} error={groups.error} onRetry={() => void groups.refetch()} />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={<PageLink to="/applications">All applications</PageLink>}>
        {name}
      </Header>
      <SectionTable
        rows={groups.data ?? []}
        loading={groups.isPending}
        keyOf={({ deploymentGroupName = '' }) => deploymentGroupName}
        label="Deployment groups"
        title="Deployment groups"
        empty="It has no deployment group."
        columns={[
          { id: 'name', header: 'Group', isRowHeader: true, cell: ({ deploymentGroupName }) => deploymentGroupName },
          { id: 'config', header: 'Configuration', cell: ({ deploymentConfigName }) => deploymentConfigName },
          {
            id: 'tags',
            header: 'Instances with',
            cell: ({ onPremisesInstanceTagFilters = [] }) =>
              onPremisesInstanceTagFilters.map(({ Key, Value }) => `${Key ?? '*'}=${Value ?? '*'}`).join(', ') || '-',
          },
          {
            id: 'last',
            header: 'Last deployment',
            cell: ({ lastAttemptedDeployment }) => <Status status={lastAttemptedDeployment?.status} />,
          },
        ]}
      />
      {groups.data?.map((group) => (
        <GroupHealth key={group.deploymentGroupId} group={group} />
      ))}
      <SectionTable
        rows={deployments.data ?? []}
        loading={deployments.isLoading}
        keyOf={({ deploymentId = '' }) => deploymentId}
        label="Deployments"
        title="Deployments"
        empty="Nothing was deployed yet."
        columns={[
          {
            id: 'id',
            header: 'Deployment',
            isRowHeader: true,
            cell: ({ deploymentId = '' }) => (
              <PageLink to={pagePath('deployments', deploymentId)}>{deploymentId}</PageLink>
            ),
          },
          { id: 'group', header: 'Group', cell: ({ deploymentGroupName }) => deploymentGroupName },
          { id: 'status', header: 'Status', cell: ({ status }) => <Status status={status} /> },
          { id: 'creator', header: 'Started by', cell: ({ creator }) => creator },
          { id: 'age', header: 'Started', cell: ({ createTime }) => <Ago time={createTime} /> },
          {
            id: 'time',
            header: 'Duration',
            cell: ({ createTime, completeTime }) => <Duration from={createTime} to={completeTime} />,
          },
        ]}
      />
    </SpaceBetween>
  );
}
