import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { ReactNode } from 'react';
import { Failure } from '../failure.tsx';
import { useList } from './use-list.ts';

interface ListPageProps<Row> {
  readonly title: string;
  /** One of them, such as `repository`. */
  readonly noun: string;
  readonly rows: readonly Row[];
  readonly loading: boolean;
  readonly error: unknown;
  readonly columns: readonly TableProps.ColumnDefinition<Row>[];
  readonly actions?: ReactNode;
  /** How one comes to the first, such as a command. */
  readonly advice: string;
  keyOf(row: Row): string;
  onRetry(): void;
}

const PAGE_SIZE = 50;

/** A page that is one list: found by name, sorted, turned page by page. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { title, noun, rows, loading, error, columns, actions, advice, keyOf, onRetry } = props;
  const { items, collectionProps, filterProps, paginationProps } = useList(rows, {
    columns,
    pageSize: PAGE_SIZE,
    matches: (row, text) => keyOf(row).toLowerCase().includes(text),
    empty: (
      <Box textAlign="center">
        There is no {noun} here. {advice}
      </Box>
    ),
    noMatch: <Box textAlign="center">No {noun} matches.</Box>,
  });
  if (error !== null && error !== undefined && rows.length === 0)
    return <Failure what={title} error={error} onRetry={onRetry} />;
  return (
    <Table<Row>
      {...collectionProps}
      items={items}
      loading={loading}
      loadingText="Loading"
      trackBy={keyOf}
      variant="full-page"
      wrapLines
      ariaLabels={{ tableLabel: title }}
      columnDefinitions={columns.map(breakingNames)}
      header={
        <Header variant="h1" counter={`(${rows.length})`} actions={actions}>
          {title}
        </Header>
      }
      filter={
        <TextFilter {...filterProps} filteringPlaceholder={`Find a ${noun}`} filteringAriaLabel={`Find a ${noun}`} />
      }
      pagination={<Pagination {...paginationProps} />}
    />
  );
}

/** The column of names takes as little as it must, however long one is: the others stay in sight. */
function breakingNames<Row>(column: TableProps.ColumnDefinition<Row>): TableProps.ColumnDefinition<Row> {
  if (column.isRowHeader !== true) return column;
  return { minWidth: 120, ...column, cell: (row) => <span className="anywhere">{column.cell(row)}</span> };
}
