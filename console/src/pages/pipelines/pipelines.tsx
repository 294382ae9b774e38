import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState } from 'react';
import { Failure } from '../../parts/failure.tsx';
import { useGo } from '../../parts/use-follow.ts';
import { COLUMNS, type Row } from './columns.tsx';
import { StartPage } from './start-page.tsx';
import { useGlances, usePipelineList } from './use-pipelines.ts';

const PAGE_SIZE = 50;
const ANY = { value: '', label: 'Any status' };
const STATUSES = [
  ANY,
  ...['InProgress', 'Succeeded', 'Failed', 'Stopped', 'Superseded', 'Cancelled'].map((value) => ({
    value,
    label: value === 'InProgress' ? 'In progress' : value,
  })),
];

/** Every pipeline of the region, and what it did last. */
export function Pipelines() {
  const list = usePipelineList();
  if (list.isError) return <Failure what="The pipelines" error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data?.length === 0) return <StartPage />;
  return <PipelineTable loading={list.isPending} names={(list.data ?? []).map(({ name }) => name ?? '')} />;
}

function PipelineTable({ loading, names }: { readonly loading: boolean; readonly names: readonly string[] }) {
  const go = useGo();
  const [status, setStatus] = useState<{ value?: string; label?: string }>(ANY);
  const glances = useGlances(names);
  const rows = names.map((name, index): Row => ({ name, glance: glances[index] }));
  const shown = status.value === '' ? rows : rows.filter(({ glance }) => glance?.latest?.status === status.value);
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } = useCollection(shown, {
    filtering: {
      fields: ['name'],
      empty: <Box textAlign="center">No pipeline has this status.</Box>,
      noMatch: <Box textAlign="center">No pipeline matches.</Box>,
    },
    pagination: { pageSize: PAGE_SIZE },
    sorting: {},
  });
  return (
    <Table
      {...collectionProps}
      columnDefinitions={COLUMNS}
      items={items}
      loading={loading}
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
            countText={`${filteredItemsCount ?? 0} found`}
          />
          <Select
            selectedOption={status}
            options={STATUSES}
            onChange={({ detail }) => setStatus(detail.selectedOption)}
            ariaLabel="Status of the latest execution"
          />
        </SpaceBetween>
      }
      pagination={<Pagination {...paginationProps} />}
    />
  );
}
