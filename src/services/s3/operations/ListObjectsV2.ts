import type { Operation } from '../../../kernel/operation.ts';
import { readToken, writeToken } from '../../../kernel/page.ts';
import { listCurrent } from '../../../store/s3/objects.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { invalidArgument } from '../errors.ts';
import { listEntry } from '../lists/list-entry.ts';
import { afterMarker, listPage, type Page } from '../lists/listing.ts';
import { delimiterOf, keyWriter, pageSize } from '../lists/listing-request.ts';
import { ownerOf } from '../owner.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['ListObjectsV2'];

export const ListObjectsV2: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    const prefix = input.Prefix ?? '';
    const delimiter = delimiterOf(input.Delimiter);
    const limit = pageSize(input.MaxKeys, 'max-keys');
    const start = afterMarker(markerOf(input), { prefix, delimiter });
    const page = await listPage({ prefix, delimiter, limit, start }, ({ from, before }, end, rows) =>
      listCurrent(reader, { bucket: bucket.name, from, before, end, limit: rows }),
    );
    const write = keyWriter(input.EncodingType);
    const owner = input.FetchOwner ? { Owner: ownerOf(bucket.account) } : {};
    return {
      Name: bucket.name,
      Prefix: write(prefix),
      Delimiter: delimiter && write(delimiter),
      MaxKeys: limit,
      EncodingType: input.EncodingType,
      KeyCount: page.items.length + page.prefixes.length,
      IsTruncated: page.last !== undefined,
      ContinuationToken: input.ContinuationToken,
      NextContinuationToken: tokenAfter(page),
      StartAfter: input.StartAfter && write(input.StartAfter),
      Contents: page.items.map((version) => ({ ...listEntry(version, write), ...owner })),
      CommonPrefixes: page.prefixes.map((common) => ({ Prefix: write(common) })),
    };
  });

function markerOf({ ContinuationToken: token, StartAfter: startAfter }: Shapes['input']): string | undefined {
  if (token === undefined) return startAfter;
  const [marker] = readToken(token) ?? [];
  if (typeof marker === 'string') return marker;
  throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
}

function tokenAfter({ last }: Page<{ readonly key: string; readonly sequence: number }>): string | undefined {
  if (last === undefined) return undefined;
  return writeToken(['item' in last ? last.item.key : last.prefix]);
}
