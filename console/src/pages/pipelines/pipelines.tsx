import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useAddress } from '../../parts/addresses/use-address.ts';
import { useGo } from '../../parts/addresses/use-follow.ts';
import { Failure } from '../../parts/failure.tsx';
import { useList } from '../../parts/lists/use-list.ts';
import { StatusFilter } from '../../parts/status/status-filter.tsx';
import { COLUMNS, type Row } from './columns.tsx';
import { StartPage } from './start-page.tsx';
import { useLatest, usePipelineList, useStages } from './use-pipelines.ts';

const PAGE_SIZE = 50;
const STATUSES = ['InProgress', 'Succeeded', 'Failed', 'Stopped', 'Superseded', 'Cancelled'];

/** Every pipeline of the region, and what it did last. */
export function Pipelines() {
  const list = usePipelineList();
  if (list.isError && list.data === undefined)
    return <Failure what="The pipelines" error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data?.length === 0) return <StartPage />;
  return <PipelineTable loading={list.isPending} names={(list.data ?? []).map(({ name }) => name ?? '')} />;
}

function PipelineTable({ loading, names }: { readonly loading: boolean; readonly names: readonly string[] }) {
  const go = useGo();
  const address = useAddress();
  const status = address.of('status');
  // Of a thousand pipelines only those that are shown are looked at, unless which are shown depends on all.
  const lookAtAll = status !== '' || !['', 'name'].includes(address.of('sort').replace('-', ''));
  const all = useLatest(lookAtAll ? names : []);
  const rows = names.map((name, index): Row => ({ name, latest: all[index], stages: undefined }));
  const fitting = status === '' ? rows : rows.filter(({ latest }) => latest?.execution?.status === status);
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } = useList(fitting, {
    columns: COLUMNS,
    pageSize: PAGE_SIZE,
    matches: ({ name }, text) => name.toLowerCase().includes(text),
    empty: <Box textAlign="center">No pipeline has this status.</Box>,
    noMatch: <Box textAlign="center">No pipeline matches.</Box>,
  });
  const onPage = items.map(({ name }) => name);
  const latest = useLatest(onPage);
  const stages = useStages(onPage, latest);
  const shown = onPage.map((name, index): Row => ({ name, latest: latest[index], stages: stages[index] }));
  const unknown = lookAtAll ? all.filter((known) => known === undefined).length : 0;
  return (
    <Table
      {...collectionProps}
      columnDefinitions={COLUMNS}
      items={shown}
      loading={loading || (unknown > 0 && shown.length === 0)}
      loadingText="Loading pipelines"
      trackBy="name"
      variant="full-page"
      stickyHeader
      enableKeyboardNavigation
      wrapLines
      ariaLabels={{ tableLabel: 'Pipelines' }}
      header={
        <Header
          variant="awsui-h1-sticky"
          counter={`(${names.length})`}
          actions={
            <Button variant="primary" onClick={() => go('/new-pipeline')}>
              Create pipeline
            </Button>
          }
        >
          Pipelines
        </Header>
      }
      filter={
        <SpaceBetween size="s" direction="horizontal">
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Find a pipeline"
            filteringAriaLabel="Find a pipeline"
            countText={`${filteredItemsCount ?? 0} found${unknown === 0 ? '' : `, ${unknown} still to be looked at`}`}
          />
          <StatusFilter
            statuses={STATUSES}
            wanted={status}
            ariaLabel="Status of the latest execution"
            onChange={(wanted) => address.change({ status: wanted, page: '' })}
          />
        </SpaceBetween>
      }
      pagination={<Pagination {...paginationProps} />}
    />
  );
}
