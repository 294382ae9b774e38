import { BatchGetBuildBatchesCommand, ListBuildBatchesForProjectCommand } from '@aws-sdk/client-codebuild';
import { useQuery } from '@tanstack/react-query';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { SectionTable } from '../../parts/lists/section-table.tsx';
import { Status } from '../../parts/status/status.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';
import { useCodeBuild } from '../../wire/codebuild.ts';
import { usePolling } from '../../wire/live.tsx';

/** The last batches of a project; nothing at all where there are none. */
export function Batches({ project }: { readonly project: string }) {
  const client = useCodeBuild();
  const batches = useQuery({
    queryKey: ['wire', 'projects', project, 'batches'],
    queryFn: async () => {
      const { ids = [] } = await client.send(new ListBuildBatchesForProjectCommand({ projectName: project }));
      if (ids.length === 0) return [];
      return (await client.send(new BatchGetBuildBatchesCommand({ ids }))).buildBatches ?? [];
    },
    refetchInterval: usePolling(),
  });
  const items = batches.data ?? [];
  if (items.length === 0) return null;
  return (
    <SectionTable
      rows={items}
      keyOf={({ id = '' }) => id}
      label="Batches"
      title="Batches"
      counted
      columns={[
        {
          id: 'number',
          header: 'Batch',
          isRowHeader: true,
          cell: ({ id = '', buildBatchNumber }) => (
            <PageLink to={pagePath('batches', id)}>Batch #{buildBatchNumber}</PageLink>
          ),
        },
        { id: 'status', header: 'Status', cell: ({ buildBatchStatus }) => <Status status={buildBatchStatus} /> },
        { id: 'initiator', header: 'Started by', cell: ({ initiator }) => initiator },
        { id: 'age', header: 'Started', cell: ({ startTime }) => <Ago time={startTime} /> },
        {
          id: 'time',
          header: 'Duration',
          cell: ({ startTime, endTime }) => <Duration from={startTime} to={endTime} />,
        },
      ]}
    />
  );
}
