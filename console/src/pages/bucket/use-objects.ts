import { type _Object, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useS3 } from '../../wire/s3.ts';

/** A folder, or an object in this one; names are without the prefix they share. */
export interface Entry {
  readonly name: string;
  /** The whole key; of a folder, the prefix of all in it. */
  readonly key: string;
  readonly object: _Object | undefined;
}

/** What is right below the prefix, a thousand at a time: a bucket may hold more than a page can show. */
export function useObjects(bucket: string, prefix: string) {
  const client = useS3();
  return useInfiniteQuery({
    queryKey: ['wire', 'buckets', bucket, 'objects', prefix],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          Delimiter: '/',
          ContinuationToken: pageParam === '' ? undefined : pageParam,
        }),
      ),
    getNextPageParam: ({ NextContinuationToken }) => NextContinuationToken,
    select: ({ pages }): readonly Entry[] =>
      pages.flatMap(({ CommonPrefixes = [], Contents = [] }) => [
        ...CommonPrefixes.map(({ Prefix = '' }) => ({
          name: Prefix.slice(prefix.length),
          key: Prefix,
          object: undefined,
        })),
        ...Contents.map((object) => ({
          name: (object.Key ?? '').slice(prefix.length),
          key: object.Key ?? '',
          object,
        })),
      ]),
  });
}
