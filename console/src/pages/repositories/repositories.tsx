import {
  BatchGetRepositoriesCommand,
  paginateListRepositories,
  type RepositoryMetadata,
} from '@aws-sdk/client-codecommit';
import type { TableProps } from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { ListPage } from '../../parts/lists/list-page.tsx';
import { Copyable } from '../../parts/values/copyable.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { useCodeCommit } from '../../wire/codecommit.ts';
import { usePolling } from '../../wire/live.tsx';

const COLUMNS: readonly TableProps.ColumnDefinition<RepositoryMetadata>[] = [
  {
    id: 'name',
    header: 'Repository',
    sortingField: 'repositoryName',
    isRowHeader: true,
    cell: ({ repositoryName = '' }) => (
      <PageLink to={pagePath('repositories', repositoryName)}>{repositoryName}</PageLink>
    ),
  },
  { id: 'description', header: 'Description', cell: ({ repositoryDescription }) => repositoryDescription ?? '-' },
  {
    id: 'clone',
    header: 'Clone URL',
    cell: ({ cloneUrlHttp = '' }) => <Copyable text={cloneUrlHttp} what="the clone URL" />,
  },
  { id: 'changed', header: 'Changed', cell: ({ lastModifiedDate }) => <Ago time={lastModifiedDate} /> },
];

const BATCH = 25;

export function Repositories() {
  const client = useCodeCommit();
  const repositories = useQuery({
    queryKey: ['wire', 'repository-list'],
    queryFn: async () => {
      const names: string[] = [];
      for await (const page of paginateListRepositories({ client }, {}))
        names.push(...(page.repositories ?? []).flatMap(({ repositoryName }) => repositoryName ?? []));
      const found: RepositoryMetadata[] = [];
      for (let at = 0; at < names.length; at += BATCH) {
        const command = new BatchGetRepositoriesCommand({ repositoryNames: names.slice(at, at + BATCH) });
        found.push(...((await client.send(command)).repositories ?? []));
      }
      return found;
    },
    refetchInterval: usePolling(),
  });
  return (
    <ListPage<RepositoryMetadata>
      title="Repositories"
      noun="repository"
      advice="`aws codecommit create-repository --repository-name app` makes one."
      rows={repositories.data ?? []}
      loading={repositories.isPending}
      error={repositories.error}
      columns={COLUMNS}
      keyOf={({ repositoryName = '' }) => repositoryName}
      onRetry={() => void repositories.refetch()}
    />
  );
}
