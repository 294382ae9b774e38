import { useCollection } from '@cloudscape-design/collection-hooks';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useAddress } from '../addresses/use-address.ts';

interface ListOptions<Row> {
  readonly columns: readonly TableProps.ColumnDefinition<Row>[];
  /** Rows of a page; without it there is one page. */
  readonly pageSize?: number;
  matches(row: Row, text: string): boolean;
  readonly empty: ReactNode;
  readonly noMatch: ReactNode;
}

/** Rows found, sorted and turned page by page, as the address of the page says. */
export function useList<Row>(rows: readonly Row[], options: ListOptions<Row>) {
  const { columns, pageSize, matches, empty, noMatch } = options;
  const address = useAddress();
  const order = address.of('sort');
  const sortingColumn = columns.find(({ id }) => id === order.replace(/^-/, ''));
  const list = useCollection(rows, {
    filtering: {
      filteringFunction: (row, text) => matches(row, text.toLowerCase()),
      defaultFilteringText: address.of('find'),
      empty,
      noMatch,
    },
    sorting:
      sortingColumn === undefined ? {} : { defaultState: { sortingColumn, isDescending: order.startsWith('-') } },
    ...(pageSize === undefined ? {} : { pagination: { pageSize, defaultPage: Number(address.of('page')) || 1 } }),
  });
  return {
    ...list,
    collectionProps: {
      ...list.collectionProps,
      onSortingChange: (event: Parameters<NonNullable<typeof list.collectionProps.onSortingChange>>[0]) => {
        const { sortingColumn: chosen, isDescending } = event.detail;
        const id = columns.find((column) => sameSorting(column, chosen))?.id ?? '';
        address.change({ sort: `${isDescending ? '-' : ''}${id}`, page: '' });
        list.collectionProps.onSortingChange?.(event);
      },
    },
    filterProps: {
      ...list.filterProps,
      onChange: (event: Parameters<typeof list.filterProps.onChange>[0]) => {
        address.change({ find: event.detail.filteringText, page: '' });
        list.filterProps.onChange(event);
      },
    },
    paginationProps: {
      ...list.paginationProps,
      onChange: (event: Parameters<typeof list.paginationProps.onChange>[0]) => {
        const { currentPageIndex: page } = event.detail;
        address.change({ page: page === 1 ? '' : String(page) });
        list.paginationProps.onChange(event);
      },
    },
  };
}

function sameSorting<Row>(column: TableProps.ColumnDefinition<Row>, chosen: TableProps.SortingColumn<Row>): boolean {
  return column.sortingField === chosen.sortingField && column.sortingComparator === chosen.sortingComparator;
}
