import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import type { Branch } from './use-repository.ts';

export function Branches({
  repository,
  branches,
}: {
  readonly repository: string;
  readonly branches: readonly Branch[];
}) {
  return (
    <SectionTable
      rows={branches}
      keyOf={({ name = '' }) => name}
      label="Branches"
      empty="There is no branch yet."
      columns={[
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
