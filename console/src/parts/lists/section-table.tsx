import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';

interface SectionTableProps<Row> {
  /** Names the table to those who do not see it. */
  readonly label: string;
  /** What stands above it; without it the table stands by itself, as under a tab. */
  readonly title?: string;
  readonly description?: ReactNode;
  readonly counted?: boolean;
  readonly rows: readonly Row[];
  readonly loading?: boolean;
  readonly empty?: ReactNode;
  readonly columns: readonly TableProps.ColumnDefinition<Row>[];
  keyOf(row: Row): string;
}

/** A table that is one section of a page, small enough to be shown whole. */
export function SectionTable<Row>(props: SectionTableProps<Row>) {
  const { label, title, description, counted = false, rows, loading = false, empty, columns, keyOf } = props;
  return (
    <Table<Row>
      items={rows}
      loading={loading}
      loadingText="Loading"
      trackBy={keyOf}
      wrapLines
      ariaLabels={{ tableLabel: label }}
      header={
        title !== undefined && (
          <Header description={description} {...(counted ? { counter: `(${rows.length})` } : {})}>
            {title}
          </Header>
        )
      }
      empty={empty !== undefined && <Box textAlign="center">{empty}</Box>}
      columnDefinitions={columns}
    />
  );
}
