import { BatchGetBuildBatchesCommand, ListBuildBatchesForProjectCommand } from '@aws-sdk/client-codebuild';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { Status } from '../../parts/status.tsx';
import { Ago, Duration } from '../../parts/time.tsx';
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
    <Table
      items={items}
      trackBy="id"
      wrapLines
      ariaLabels={{ tableLabel: 'Batches' }}
      header={<Header counter={`(${items.length})`}>Batches</Header>}
      columnDefinitions={[
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
