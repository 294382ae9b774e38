import type { PipelineExecutionSummary } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { Revisions } from '../../parts/executions/revisions.tsx';
import { shortId } from '../../parts/executions/short-id.ts';
import { triggerText } from '../../parts/executions/trigger-text.ts';
import { Status } from '../../parts/status/status.tsx';
import { Ago, Duration } from '../../parts/values/time.tsx';

const UNDER_WAY: readonly (string | undefined)[] = ['InProgress', 'Stopping'];

export function columnsOf(pipeline: string): readonly TableProps.ColumnDefinition<PipelineExecutionSummary>[] {
  return [
    {
      id: 'id',
      header: 'Execution',
      isRowHeader: true,
      cell: ({ pipelineExecutionId: id = '', executionType }) => (
        <>
          <PageLink to={pagePath('pipelines', pipeline, 'executions', id)}>{shortId(id)}</PageLink>
          {executionType === 'ROLLBACK' && <Box color="text-body-secondary">Rollback</Box>}
        </>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      sortingField: 'status',
      cell: ({ status, statusSummary, stopTrigger }) => (
        <>
          <Status status={status} />
          <Box color="text-body-secondary">{stopTrigger?.reason ?? statusSummary}</Box>
        </>
      ),
    },
    { id: 'revision', header: 'Revision', cell: ({ sourceRevisions }) => <Revisions revisions={sourceRevisions} /> },
    { id: 'trigger', header: 'Started by', cell: ({ trigger }) => triggerText(trigger) },
    {
      id: 'started',
      header: 'Started',
      sortingComparator: (one, other) => (one.startTime?.getTime() ?? 0) - (other.startTime?.getTime() ?? 0),
      cell: ({ startTime }) => <Ago time={startTime} />,
    },
    {
      id: 'duration',
      header: 'Duration',
      cell: ({ startTime, lastUpdateTime, status }) => (
        <Duration from={startTime} to={UNDER_WAY.includes(status) ? undefined : lastUpdateTime} />
      ),
    },
  ];
}
