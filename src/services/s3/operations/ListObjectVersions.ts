import type { Operation } from '../../../kernel/operation.ts';
import type { Reader } from '../../../store/database.ts';
import { findVersion, listVersions, type ObjectVersion } from '../../../store/s3/objects.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { invalidArgument } from '../errors.ts';
import { listEntry } from '../lists/list-entry.ts';
import { afterMarker, listPage, type Page, type Position } from '../lists/listing.ts';
import { delimiterOf, keyWriter, pageSize } from '../lists/listing-request.ts';
import { ownerOf } from '../owner.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['ListObjectVersions'];

export const ListObjectVersions: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    const prefix = input.Prefix ?? '';
    const delimiter = delimiterOf(input.Delimiter);
    const limit = pageSize(input.MaxKeys, 'max-keys');
    const start = await startAt(reader, input);
    const page = await listPage({ prefix, delimiter, limit, start }, ({ from, before }, end, rows) =>
      listVersions(reader, { bucket: bucket.name, from, before, end, limit: rows }),
    );
    const write = keyWriter(input.EncodingType);
    const entry = ({ versionId, latest }: ObjectVersion) => ({
      VersionId: versionId,
      IsLatest: latest,
      Owner: ownerOf(bucket.account),
    });
    return {
      Name: bucket.name,
      Prefix: write(prefix),
      KeyMarker: write(input.KeyMarker ?? ''),
      VersionIdMarker: input.VersionIdMarker ?? '',
      ...nextMarkers(page, write),
      Delimiter: delimiter && write(delimiter),
      MaxKeys: limit,
      EncodingType: input.EncodingType,
      IsTruncated: page.last !== undefined,
      Versions: page.items
        .filter(({ deleteMarker }) => !deleteMarker)
        .map((version) => ({ ...listEntry(version, write), StorageClass: 'STANDARD' as const, ...entry(version) })),
      DeleteMarkers: page.items
        .filter(({ deleteMarker }) => deleteMarker)
        .map((version) => ({
          Key: write(version.key),
          LastModified: new Date(version.modified),
          ...entry(version),
        })),
      CommonPrefixes: page.prefixes.map((common) => ({ Prefix: write(common) })),
    };
  });

async function startAt(reader: Reader, input: Shapes['input']): Promise<Position> {
  const { Bucket: bucket, KeyMarker: key, VersionIdMarker: versionId, Prefix: prefix = '' } = input;
  const start = afterMarker(key, { prefix, delimiter: delimiterOf(input.Delimiter) });
  if (!versionId) return start;
  if (!key)
    throw invalidArgument(
      'A version-id marker cannot be specified without a key marker.',
      'version-id-marker',
      versionId,
    );
  const marked = await findVersion(reader, { bucket, key, versionId });
  if (marked === undefined) throw invalidArgument('Invalid version id specified', 'version-id-marker', versionId);
  return { from: start.from, before: marked.sequence };
}

function nextMarkers({ last }: Page<ObjectVersion>, write: (key: string) => string) {
  if (last === undefined) return {};
  if ('prefix' in last) return { NextKeyMarker: write(last.prefix) };
  return { NextKeyMarker: write(last.item.key), NextVersionIdMarker: last.item.versionId };
}
