import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { timeOf, useCommits } from './use-repository.ts';

export function Commits({ repository, tip }: { readonly repository: string; readonly tip: string | undefined }) {
  const commits = useCommits(repository, tip);
  return (
    <SectionTable
      rows={commits.data ?? []}
      loading={commits.isLoading}
      keyOf={({ commitId = '' }) => commitId}
      label="Commits"
      empty="There is no commit yet."
      columns={[
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
