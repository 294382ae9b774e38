import type { Build } from '@aws-sdk/client-codebuild';
import type { TableProps } from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { ListPage } from '../../parts/lists/list-page.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { useLatestBuilds, useProjectNames } from './use-projects.ts';

interface Row {
  readonly name: string;
  readonly latest: Build | null | undefined;
}

const COLUMNS: readonly TableProps.ColumnDefinition<Row>[] = [
  {
    id: 'name',
    header: 'Project',
    sortingField: 'name',
    isRowHeader: true,
    cell: ({ name }) => <PageLink to={pagePath('projects', name)}>{name}</PageLink>,
  },
  {
    id: 'status',
    header: 'Latest build',
    cell: ({ latest }) => (latest === undefined ? '-' : <Status status={latest?.buildStatus} />),
  },
  { id: 'initiator', header: 'Started by', cell: ({ latest }) => latest?.initiator ?? '-' },
  { id: 'age', header: 'Started', cell: ({ latest }) => <Ago time={latest?.startTime} /> },
];

/** Every build project of the region, and its last build. */
export function Projects() {
  const names = useProjectNames();
  const latest = useLatestBuilds(names.data ?? []);
  return (
    <ListPage<Row>
      title="Build projects"
      noun="project"
      advice="`aws codebuild create-project` makes one."
      rows={(names.data ?? []).map((name, index) => ({ name, latest: latest[index] }))}
      loading={names.isPending}
      error={names.error}
      columns={COLUMNS}
      keyOf={({ name }) => name}
      onRetry={() => void names.refetch()}
    />
  );
}
