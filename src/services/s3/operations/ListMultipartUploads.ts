import type { Operation } from '../../../kernel/operation.ts';
import type { Reader } from '../../../store/database.ts';
import { findUpload, listUploads, type Upload } from '../../../store/s3/uploads.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { afterMarker, listPage, type Page, type Position } from '../lists/listing.ts';
import { delimiterOf, keyWriter, pageSize } from '../lists/listing-request.ts';
import { ownerOf } from '../owner.ts';
import type { S3Rooms } from '../rooms.ts';
import type { ChecksumAlgorithm, Operations, StorageClass } from '../shapes.ts';

type Shapes = Operations['ListMultipartUploads'];

export const ListMultipartUploads: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const bucket = await readBucket(reader, input, call);
    const prefix = input.Prefix ?? '';
    const delimiter = delimiterOf(input.Delimiter);
    const limit = pageSize(input.MaxUploads, 'max-uploads');
    const start = await startAt(reader, input);
    const page = await listPage({ prefix, delimiter, limit, start }, ({ from, before }, end, rows) =>
      listUploads(reader, { bucket: bucket.name, from, before, end, limit: rows }),
    );
    const write = keyWriter(input.EncodingType);
    return {
      Bucket: bucket.name,
      KeyMarker: write(input.KeyMarker ?? ''),
      UploadIdMarker: input.UploadIdMarker ?? '',
      ...nextMarkers(page, write),
      Prefix: write(prefix),
      Delimiter: delimiter && write(delimiter),
      MaxUploads: limit,
      EncodingType: input.EncodingType,
      IsTruncated: page.last !== undefined,
      Uploads: page.items.map((upload) => describe(upload, bucket.account, write)),
      CommonPrefixes: page.prefixes.map((common) => ({ Prefix: write(common) })),
    };
  });

/** The marker of an upload counts only beside that of its key, as S3 has it. */
async function startAt(reader: Reader, input: Shapes['input']): Promise<Position> {
  const { KeyMarker: key, UploadIdMarker: id, Prefix: prefix = '' } = input;
  const start = afterMarker(key, { prefix, delimiter: delimiterOf(input.Delimiter) });
  const marked = key && id ? await findUpload(reader, id) : undefined;
  return marked === undefined ? start : { from: start.from, before: marked.sequence };
}

function nextMarkers({ last }: Page<Upload>, write: (key: string) => string) {
  if (last === undefined) return {};
  if ('prefix' in last) return { NextKeyMarker: write(last.prefix) };
  return { NextKeyMarker: write(last.item.key), NextUploadIdMarker: last.item.id };
}

function describe(upload: Upload, account: string, write: (key: string) => string) {
  const { object, checksum } = upload.facts;
  const owner = ownerOf(account);
  return {
    UploadId: upload.id,
    Key: write(upload.key),
    Initiated: new Date(upload.initiated),
    StorageClass: (object.storageClass ?? 'STANDARD') as StorageClass,
    Owner: owner,
    Initiator: owner,
    ChecksumAlgorithm: checksum?.algorithm as ChecksumAlgorithm | undefined,
    ChecksumType: checksum?.type,
  };
}
