import Box from '@cloudscape-design/components/box';
import Table from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { Ago } from '../../parts/time.tsx';
import { timeOf, useCommits } from './use-repository.ts';

export function Commits({ repository, tip }: { readonly repository: string; readonly tip: string | undefined }) {
  const commits = useCommits(repository, tip);
  return (
    <Table
      items={commits.data ?? []}
      loading={commits.isLoading}
      loadingText="Loading commits"
      trackBy="commitId"
      wrapLines
      ariaLabels={{ tableLabel: 'Commits' }}
      empty={<Box textAlign="center">There is no commit yet.</Box>}
      columnDefinitions={[
        {
          id: 'id',
          header: 'Commit',
          isRowHeader: true,
          cell: ({ commitId = '' }) => (
            <PageLink to={pagePath('repositories', repository, 'commits', commitId)}>{commitId.slice(0, 8)}</PageLink>
          ),
        },
        { id: 'message', header: 'Message', cell: ({ message = '' }) => message.split('\n')[0] },
        { id: 'author', header: 'Author', cell: ({ author }) => author?.name },
        { id: 'age', header: 'Committed', cell: (commit) => <Ago time={new Date(timeOf(commit))} /> },
      ]}
    />
  );
}
