import type { Operation } from '../../../kernel/operation.ts';
import { listCurrent } from '../../../store/s3/objects.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { listEntry } from '../lists/list-entry.ts';
import { afterMarker, listPage } from '../lists/listing.ts';
import { delimiterOf, keyWriter, pageSize } from '../lists/listing-request.ts';
import { ownerOf } from '../owner.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['ListObjects'];

export const ListObjects: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    const prefix = input.Prefix ?? '';
    const delimiter = delimiterOf(input.Delimiter);
    const limit = pageSize(input.MaxKeys, 'max-keys');
    const start = afterMarker(input.Marker, { prefix, delimiter });
    const { items, prefixes, last } = await listPage(
      { prefix, delimiter, limit, start },
      ({ from, before }, end, rows) => listCurrent(reader, { bucket: bucket.name, from, before, end, limit: rows }),
    );
    const write = keyWriter(input.EncodingType);
    const Owner = ownerOf(bucket.account);
    // Without a delimiter clients take the last key themselves.
    const next = last && delimiter !== undefined ? ('item' in last ? last.item.key : last.prefix) : undefined;
    return {
      Name: bucket.name,
      Prefix: write(prefix),
      Marker: write(input.Marker ?? ''),
      NextMarker: next && write(next),
      Delimiter: delimiter && write(delimiter),
      MaxKeys: limit,
      EncodingType: input.EncodingType,
      IsTruncated: last !== undefined,
      Contents: items.map((version) => ({ ...listEntry(version, write), Owner })),
      CommonPrefixes: prefixes.map((common) => ({ Prefix: write(common) })),
    };
  });
