import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useParams, useSearchParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { DownloadButton } from '../../parts/downloads/download-button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { ByteSize } from '../../parts/values/byte-size.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { type Entry, useObjects } from './use-objects.ts';

/** The objects of a bucket, folder by folder. */
export function Bucket() {
  const { bucket = '' } = useParams();
  const prefix = useSearchParams()[0].get('prefix') ?? '';
  const entries = useObjects(bucket, prefix);
  if (entries.isError && entries.data === undefined)
    return <Failure what={`The bucket ${bucket}`} error={entries.error} onRetry={() => void entries.refetch()} />;
  return (
    <Table<Entry>
      items={entries.data ?? []}
      loading={entries.isPending}
      loadingText="Loading objects"
      trackBy="key"
      wrapLines
      variant="full-page"
      ariaLabels={{ tableLabel: 'Objects' }}
      columnDefinitions={columnsOf(bucket)}
      header={
        <Header variant="h1" description={<Way bucket={bucket} prefix={prefix} />}>
          {bucket}
        </Header>
      }
      empty={<Box textAlign="center">There is no object here.</Box>}
      footer={
        entries.hasNextPage && (
          <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            More objects
          </Button>
        )
      }
    />
  );
}

function columnsOf(bucket: string): readonly TableProps.ColumnDefinition<Entry>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      cell: ({ name, key, object }) => (
        <PageLink to={object === undefined ? folderPath(bucket, key) : pagePath('buckets', bucket, 'objects', key)}>
          {name}
        </PageLink>
      ),
    },
    { id: 'size', header: 'Size', cell: ({ object }) => <ByteSize bytes={object?.Size} /> },
    { id: 'changed', header: 'Changed', cell: ({ object }) => <Ago time={object?.LastModified} /> },
    {
      id: 'download',
      header: 'Download',
      cell: ({ key, object }) => object !== undefined && <DownloadButton bucket={bucket} objectKey={key} />,
    },
  ];
}

/** From the bucket to the folder that is shown, every one in between a link. */
function Way({ bucket, prefix }: { readonly bucket: string; readonly prefix: string }) {
  const folders = prefix.split('/').slice(0, -1);
  return (
    <>
      <PageLink to="/buckets">All buckets</PageLink>
      {prefix !== '' && (
        <>
          {' / '}
          <PageLink to={pagePath('buckets', bucket)}>{bucket}</PageLink>
        </>
      )}
      {folders.map((folder, index) => {
        const path = `${folders.slice(0, index + 1).join('/')}/`;
        return (
          <span key={path}>
            {' / '}
            <PageLink to={folderPath(bucket, path)}>{folder}</PageLink>
          </span>
        );
      })}
    </>
  );
}

function folderPath(bucket: string, prefix: string): string {
  return `${pagePath('buckets', bucket)}?prefix=${encodeURIComponent(prefix)}`;
}
