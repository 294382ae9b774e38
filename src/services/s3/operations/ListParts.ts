import type { Operation } from '../../../kernel/operation.ts';
import { listParts } from '../../../store/s3/uploads.ts';
import { pageSize } from '../lists/listing-request.ts';
import { ownerOf } from '../owner.ts';
import { quoted } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { ChecksumAlgorithm, Operations, StorageClass } from '../shapes.ts';
import { partChecksum, requireUpload } from '../writing/multipart.ts';

type Shapes = Operations['ListParts'];

export const ListParts: Operation<Shapes['input'], Shapes['output'], S3Rooms> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    const upload = await requireUpload(reader, input, call);
    const limit = pageSize(input.MaxParts, 'max-parts');
    const marker = input.PartNumberMarker ?? 0;
    const found = await listParts(reader, upload.id, marker, limit + 1);
    const parts = found.slice(0, limit);
    const owner = ownerOf(call.account);
    return {
      Bucket: upload.bucket,
      Key: upload.key,
      UploadId: upload.id,
      PartNumberMarker: marker,
      NextPartNumberMarker: parts.at(-1)?.number,
      MaxParts: limit,
      IsTruncated: found.length > limit,
      Parts: parts.map((part) => ({
        PartNumber: part.number,
        LastModified: new Date(part.modified),
        ETag: quoted(part.etag),
        Size: part.size,
        ...partChecksum(upload, part),
      })),
      Initiator: owner,
      Owner: owner,
      StorageClass: (upload.facts.object.storageClass ?? 'STANDARD') as StorageClass,
      ChecksumAlgorithm: upload.facts.checksum?.algorithm as ChecksumAlgorithm | undefined,
      ChecksumType: upload.facts.checksum?.type,
    };
  });
