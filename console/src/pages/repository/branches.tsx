import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import type { Branch } from './use-repository.ts';

export function Branches({
  repository,
  branches,
}: {
  readonly repository: string;
  readonly branches: readonly Branch[];
}) {
  return (
    <Table
      items={[...branches]}
      trackBy="name"
      ariaLabels={{ tableLabel: 'Branches' }}
      empty={<Box textAlign="center">There is no branch yet.</Box>}
      columnDefinitions={[
        { id: 'name', header: 'Branch', isRowHeader: true, cell: ({ name }) => name },
        {
          id: 'commit',
          header: 'Commit',
          cell: ({ commitId }) => (
            <PageLink to={pagePath('repositories', repository, 'commits', commitId)}>{commitId.slice(0, 8)}</PageLink>
          ),
        },
      ]}
    />
  );
}
