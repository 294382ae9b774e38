import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { useQuery } from '@tanstack/react-query';
import { usePolling } from '../../wire/live.tsx';
import { useS3 } from '../../wire/s3.ts';

/** A version of an object, or the mark that it was deleted. */
export interface Version {
  readonly id: string;
  readonly latest: boolean;
  readonly deleted: boolean;
  readonly size: number | undefined;
  readonly etag: string | undefined;
  readonly changed: Date | undefined;
}

/** Every version of the object, newest first; empty when there never was one. */
export function useVersions(bucket: string, key: string) {
  const client = useS3();
  return useQuery({
    queryKey: ['wire', 'buckets', bucket, 'versions', key],
    queryFn: async (): Promise<readonly Version[]> => {
      const found: Version[] = [];
      let place: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
      for (;;) {
        const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...place }));
        const marks = [
          ...(page.Versions ?? []).map((version) => ({ ...version, deleted: false })),
          ...(page.DeleteMarkers ?? []).map((mark) => ({ ...mark, deleted: true, Size: undefined, ETag: undefined })),
        ].filter(({ Key }) => Key === key);
        for (const { VersionId = 'null', IsLatest = false, deleted, Size, ETag, LastModified } of marks)
          found.push({ id: VersionId, latest: IsLatest, deleted, size: Size, etag: ETag, changed: LastModified });
        // Keys come in order: what follows another key is not this object any more.
        if (page.IsTruncated !== true || page.NextKeyMarker !== key) break;
        place = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      }
      return found.sort(newestFirst);
    },
    refetchInterval: usePolling(),
  });
}

function newestFirst(one: Version, other: Version): number {
  return Number(other.latest) - Number(one.latest) || (other.changed?.getTime() ?? 0) - (one.changed?.getTime() ?? 0);
}
