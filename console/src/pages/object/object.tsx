import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useParams } from 'react-router';
import { PageLink, pagePath } from '../../parts/addresses/page-link.tsx';
import { DownloadButton } from '../../parts/downloads/download-button.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/status/mark.tsx';
import { ByteSize } from '../../parts/values/byte-size.tsx';
import { Ago } from '../../parts/values/time.tsx';
import { useVersions, type Version } from './use-versions.ts';

/** An object of a bucket, with every version that is kept. */
export function StoredObject() {
  const { bucket = '', key = '' } = useParams();
  const versions = useVersions(bucket, key);
  if (versions.isError && versions.data === undefined)
    return <Failure what={`The object ${key}`} error={versions.error} onRetry={() => void versions.refetch()} />;
  return (
    <Table<Version>
      items={versions.data ?? []}
      loading={versions.isPending}
      loadingText="Loading versions"
      trackBy="id"
      wrapLines
      variant="full-page"
      ariaLabels={{ tableLabel: 'Versions' }}
      header={
        <Header variant="h1" description={<PageLink to={pagePath('buckets', bucket)}>{bucket}</PageLink>}>
          <span className="anywhere">{key}</span>
        </Header>
      }
      empty={<Box textAlign="center">There is no such object in {bucket}: it may have been deleted.</Box>}
      columnDefinitions={[
        { id: 'id', header: 'Version', isRowHeader: true, cell: ({ id }) => <Box variant="code">{id}</Box> },
        { id: 'state', header: 'State', cell: (version) => <State version={version} /> },
        { id: 'size', header: 'Size', cell: ({ size }) => <ByteSize bytes={size} /> },
        { id: 'etag', header: 'ETag', cell: ({ etag }) => <Box variant="code">{etag ?? '-'}</Box> },
        { id: 'changed', header: 'Changed', cell: ({ changed }) => <Ago time={changed} /> },
        {
          id: 'download',
          header: 'Download',
          cell: ({ id, deleted }) => !deleted && <DownloadButton bucket={bucket} objectKey={key} versionId={id} />,
        },
      ]}
    />
  );
}

function State({ version: { latest, deleted } }: { readonly version: Version }) {
  if (deleted) return <Mark type="stopped">Deleted</Mark>;
  return latest ? <Mark type="success">Current</Mark> : <Mark type="info">Earlier</Mark>;
}
