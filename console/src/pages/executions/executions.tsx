import type { PipelineExecutionSummary } from '@aws-sdk/client-codepipeline';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { useInAddress } from '../../parts/addresses/use-address.ts';
import { useGo } from '../../parts/addresses/use-follow.ts';
import { triggerText } from '../../parts/executions/trigger-text.ts';
import { Failure } from '../../parts/failure.tsx';
import { useList } from '../../parts/lists/use-list.ts';
import { StatusFilter } from '../../parts/status/status-filter.tsx';
import { columnsOf } from './columns.tsx';
import { useExecutions } from './use-executions.ts';

const STATUSES = ['InProgress', 'Stopping', 'Succeeded', 'Failed', 'Stopped', 'Superseded', 'Cancelled'];

/** What a pipeline has done: find an execution, or choose two and compare them. */
export function Executions() {
  const { name = '' } = useParams();
  const go = useGo();
  const history = useExecutions(name);
  const [status, setStatus] = useInAddress('status');
  const columns = useMemo(() => columnsOf(name), [name]);
  const [chosen, setChosen] = useState<readonly PipelineExecutionSummary[]>([]);
  const all = history.data ?? [];
  const shown = status === '' ? all : all.filter((execution) => execution.status === status);
  const { items, collectionProps, filterProps, filteredItemsCount } = useList(shown, {
    columns,
    matches: (execution, text) => wordsOf(execution).includes(text),
    empty: (
      <Box textAlign="center">
        {status === '' ? 'It has not run yet: release a change on the page of the pipeline.' : 'None has this status.'}
      </Box>
    ),
    noMatch: <Box textAlign="center">No execution matches.</Box>,
  });
  if (history.isError && history.data === undefined)
    return <Failure what={`The history of ${name}`} error={history.error} onRetry={() => void history.refetch()} />;
  const [one, other] = chosen.map(({ pipelineExecutionId = '' }) => pipelineExecutionId);
  return (
    <Table
      {...collectionProps}
      columnDefinitions={columns}
      items={items}
      loading={history.isPending}
      loadingText="Loading executions"
      trackBy="pipelineExecutionId"
      variant="full-page"
      stickyHeader
      wrapLines
      selectionType="multi"
      selectedItems={chosen}
      onSelectionChange={({ detail }) => setChosen(detail.selectedItems.slice(-2))}
      ariaLabels={{
        tableLabel: `Executions of ${name}`,
        selectionGroupLabel: 'Executions to compare',
        allItemsSelectionLabel: () => 'Choose all',
        itemSelectionLabel: (_data, { pipelineExecutionId = '' }) => `Choose ${pipelineExecutionId}`,
      }}
      header={
        <Header
          variant="awsui-h1-sticky"
          counter={`(${all.length}${history.hasNextPage ? '+' : ''})`}
          description={<PageLink to={pagePath('pipelines', name)}>The pipeline</PageLink>}
          actions={
            <Button
              disabled={one === undefined || other === undefined}
              onClick={() => go(pagePath('pipelines', name, 'compare', one ?? '', other ?? ''))}
            >
              Compare
            </Button>
          }
        >
          Executions of {name}
        </Header>
      }
      filter={
        <SpaceBetween size="s" direction="horizontal">
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Find by id, revision or starter"
            filteringAriaLabel="Find an execution"
            countText={`${filteredItemsCount ?? 0} found`}
          />
          <StatusFilter statuses={STATUSES} wanted={status} ariaLabel="Status" onChange={setStatus} />
        </SpaceBetween>
      }
      footer={
        history.hasNextPage && (
          <Box textAlign="center">
            <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
              Load older ones
            </Button>
          </Box>
        )
      }
    />
  );
}

function wordsOf({ pipelineExecutionId, sourceRevisions = [], trigger }: PipelineExecutionSummary): string {
  const revisions = sourceRevisions.flatMap(({ revisionId, revisionSummary }) => [revisionId, revisionSummary]);
  return [pipelineExecutionId, triggerText(trigger), ...revisions].join(' ').toLowerCase();
}
