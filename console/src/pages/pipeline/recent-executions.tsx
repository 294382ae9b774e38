import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/page-link.tsx';
import { Revisions } from '../../parts/revisions.tsx';
import { shortId } from '../../parts/short-id.ts';
import { Status } from '../../parts/status.tsx';
import { Ago } from '../../parts/time.tsx';
import { triggerText } from '../../parts/trigger-text.ts';
import { useRecentExecutions } from './use-pipeline.ts';

const SHOWN = 5;

export function RecentExecutions({ name }: { readonly name: string }) {
  const executions = useRecentExecutions(name);
  return (
    <Table
      header={
        <Header actions={<PageLink to={pagePath('pipelines', name, 'executions')}>All</PageLink>}>
          Latest executions
        </Header>
      }
      items={(executions.data ?? []).slice(0, SHOWN)}
      loading={executions.isPending}
      loadingText="Loading executions"
      trackBy="pipelineExecutionId"
      wrapLines
      ariaLabels={{ tableLabel: 'Latest executions' }}
      empty={<Box textAlign="center">It has not run yet.</Box>}
      columnDefinitions={[
        {
          id: 'id',
          header: 'Execution',
          isRowHeader: true,
          cell: ({ pipelineExecutionId: id = '' }) => (
            <PageLink to={pagePath('pipelines', name, 'executions', id)}>{shortId(id)}</PageLink>
          ),
        },
        { id: 'status', header: 'Status', cell: ({ status }) => <Status status={status} /> },
        {
          id: 'revision',
          header: 'Revision',
          cell: ({ sourceRevisions }) => <Revisions revisions={sourceRevisions} />,
        },
        { id: 'trigger', header: 'Started by', cell: ({ trigger }) => triggerText(trigger) },
        { id: 'age', header: 'Started', cell: ({ startTime }) => <Ago time={startTime} /> },
      ]}
    />
  );
}
