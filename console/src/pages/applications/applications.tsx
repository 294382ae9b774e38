import {
  type ApplicationInfo,
  BatchGetApplicationsCommand,
  paginateListApplications,
} from '@aws-sdk/client-codedeploy';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { ListPage } from '../../parts/lists/list-page.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { useCodeDeploy } from '../../wire/codedeploy.ts';
import { usePolling } from '../../wire/live.tsx';
import { Instances } from './instances.tsx';

const BATCH = 100;

const COLUMNS: readonly TableProps.ColumnDefinition<ApplicationInfo>[] = [
  {
    id: 'name',
    header: 'Application',
    sortingField: 'applicationName',
    isRowHeader: true,
    cell: ({ applicationName = '' }) => (
      <PageLink to={pagePath('applications', applicationName)}>{applicationName}</PageLink>
    ),
  },
  { id: 'platform', header: 'Platform', cell: ({ computePlatform }) => computePlatform },
  { id: 'created', header: 'Created', cell: ({ createTime }) => <Ago time={createTime} /> },
];

/** What is deployed, and the hosts it is deployed to. */
export function Applications() {
  const client = useCodeDeploy();
  const applications = useQuery({
    queryKey: ['wire', 'application-list'],
    queryFn: async () => {
      const names: string[] = [];
      for await (const page of paginateListApplications({ client }, {})) names.push(...(page.applications ?? []));
      const found: ApplicationInfo[] = [];
      for (let at = 0; at < names.length; at += BATCH) {
        const command = new BatchGetApplicationsCommand({ applicationNames: names.slice(at, at + BATCH) });
        found.push(...((await client.send(command)).applicationsInfo ?? []));
      }
      return found;
    },
    refetchInterval: usePolling(),
  });
  return (
    <SpaceBetween size="l">
      <ListPage<ApplicationInfo>
        title="Applications"
        noun="application"
        advice="`aws deploy create-application` makes one."
        rows={applications.data ?? []}
        loading={applications.isPending}
        error={applications.error}
        columns={COLUMNS}
        keyOf={({ applicationName = '' }) => applicationName}
        onRetry={() => void applications.refetch()}
      />
      <Instances />
    </SpaceBetween>
  );
}
