import { type Bucket, paginateListBuckets } from '@aws-sdk/client-s3';
import type { TableProps } from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { ListPage } from '../../parts/lists/list-page.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { usePolling } from '../../wire/live.tsx';
import { useS3 } from '../../wire/s3.ts';

const COLUMNS: readonly TableProps.ColumnDefinition<Bucket>[] = [
  {
    id: 'name',
    header: 'Bucket',
    sortingField: 'Name',
    isRowHeader: true,
    cell: ({ Name = '' }) => <PageLink to={pagePath('buckets', Name)}>{Name}</PageLink>,
  },
  { id: 'region', header: 'Region', sortingField: 'BucketRegion', cell: ({ BucketRegion }) => BucketRegion ?? '-' },
  { id: 'created', header: 'Created', cell: ({ CreationDate }) => <Ago time={CreationDate} /> },
];

/** The buckets of the account, in all regions. */
export function Buckets() {
  const client = useS3();
  const buckets = useQuery({
    queryKey: ['wire', 'bucket-list'],
    queryFn: async () => {
      const found: Bucket[] = [];
      for await (const page of paginateListBuckets({ client }, {})) found.push(...(page.Buckets ?? []));
      return found;
    },
    refetchInterval: usePolling(),
  });
  return (
    <ListPage<Bucket>
      title="Buckets"
      noun="bucket"
      advice="`aws s3 mb s3://artifacts` makes one."
      rows={buckets.data ?? []}
      loading={buckets.isPending}
      error={buckets.error}
      columns={COLUMNS}
      keyOf={({ Name = '' }) => Name}
      onRetry={() => void buckets.refetch()}
    />
  );
}
