import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { Status } from '../../parts/status.tsx';
import { Ago } from '../../parts/time.tsx';
import { useDeployment } from '../deployment/use-deployment.ts';

/**
 * How the instances of a group were left by the last deployment, and when they were heard in it. Gaps: no operation of AWS tells
 * when an agent last asked for work, so an instance whose agent has died since is not told from one that waits.
 */
export function GroupHealth({ group }: { readonly group: DeploymentGroupInfo }) {
  const id = group.lastAttemptedDeployment?.deploymentId;
  return id === undefined ? null : <HealthAfter deployment={id} group={group.deploymentGroupName ?? ''} />;
}

function HealthAfter({ deployment, group }: { readonly deployment: string; readonly group: string }) {
  const view = useDeployment(deployment);
  return (
    <Table
      items={view.data?.targets ?? []}
      loading={view.isPending}
      loadingText="Loading instances"
      trackBy="targetId"
      wrapLines
      ariaLabels={{ tableLabel: `Instances of ${group}` }}
      header={
        <Header
          description={
            <>
              As deployment <PageLink to={pagePath('deployments', deployment)}>{deployment}</PageLink> left them.
              Whether an agent still runs shows at the next one: no operation of AWS tells when it last asked for work.
            </>
          }
        >
          Instances of {group}
        </Header>
      }
      empty={<Box textAlign="center">The deployment met no instance.</Box>}
      columnDefinitions={[
        {
          id: 'name',
          header: 'Instance',
          isRowHeader: true,
          cell: ({ targetId = '' }) => targetId.split('/').at(-1),
        },
        { id: 'status', header: 'Last deployment', cell: ({ status }) => <Status status={status} /> },
        {
          id: 'event',
          header: 'Failed at',
          cell: ({ lifecycleEvents = [] }) =>
            lifecycleEvents.find(({ status }) => status === 'Failed')?.lifecycleEventName ?? '-',
        },
        { id: 'heard', header: 'Heard in it', cell: ({ lastUpdatedAt }) => <Ago time={lastUpdatedAt} /> },
      ]}
    />
  );
}
