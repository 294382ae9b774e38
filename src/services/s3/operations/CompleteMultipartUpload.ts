import type { Call, Operation } from '../../../kernel/operation.ts';
import type { Reader, Tx } from '../../../store/database.ts';
import { contentsOf, dropContent, moveContents } from '../../../store/s3/contents.ts';
import type { ObjectChecksum } from '../../../store/s3/objects.ts';
import { deleteUpload, listParts, type Upload, type UploadPart } from '../../../store/s3/uploads.ts';
import { badDigest, invalidRequest } from '../errors.ts';
import { permitBy } from '../reading/conditions.ts';
import { checksumMembers, encryptionOf, quoted, versionIdOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';
import { checkListedSums, chooseParts, compositeSum, etagOf, fullSum } from '../writing/assemble-parts.ts';
import { authorOf } from '../writing/author.ts';
import { keepVersion } from '../writing/keep-object.ts';
import { holdUpload, MAX_PARTS, partChecksumOf, requireUpload } from '../writing/multipart.ts';

type Shapes = Operations['CompleteMultipartUpload'];

/** The parts' files become the object's: nothing is copied. */
export const CompleteMultipartUpload: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { database } = call.rooms;
  const listed = input.MultipartUpload?.Parts ?? [];
  const { upload, parts } = await database.read((reader) => chosenParts(reader, input, call));
  const checksum = await checksumOf(upload, parts, call.rooms);
  checkWhole(input, parts, checksum);
  const { bucket, version } = await database.write(async (tx) => {
    const held = await holdUpload(tx, input, call);
    const now = chooseParts(listed, await listParts(tx, held.id, 0, MAX_PARTS));
    return assemble(tx, held, { parts: now, checksum, input, call });
  });
  return {
    Location: `${call.endpoint}/${bucket.name}/${encodeURIComponent(version.key)}`,
    Bucket: bucket.name,
    Key: version.key,
    ETag: quoted(version.etag),
    VersionId: versionIdOf(bucket, version),
    ...checksumMembers(checksum),
    ...encryptionOf(version),
  };
};

async function chosenParts(reader: Reader, input: Shapes['input'], call: Call<S3Rooms>) {
  const upload = await requireUpload(reader, input, call);
  const listed = input.MultipartUpload?.Parts ?? [];
  const parts = chooseParts(listed, await listParts(reader, upload.id, 0, MAX_PARTS));
  checkListedSums(listed, parts, partChecksumOf(upload));
  return { upload, parts };
}

async function checksumOf(upload: Upload, parts: readonly UploadPart[], rooms: S3Rooms) {
  const algorithm = partChecksumOf(upload);
  if (algorithm === undefined) return undefined;
  if (upload.facts.checksum?.type === 'COMPOSITE') return compositeSum(algorithm, parts);
  const contents = await rooms.database.read((reader) => contentsOf(reader, upload.id));
  const chosen = contents.filter(({ position }) => parts.some(({ number }) => number === position));
  return fullSum(algorithm, await rooms.files.read(chosen, { start: 0, end: sizeOf(parts) - 1 }));
}

function checkWhole(input: Shapes['input'], parts: readonly UploadPart[], checksum: ObjectChecksum | undefined): void {
  const size = sizeOf(parts);
  if (input.MpuObjectSize !== undefined && input.MpuObjectSize !== size) {
    throw invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${input.MpuObjectSize} does not match what was computed: ${size}`,
    );
  }
  if (checksum === undefined) return;
  const said = { ...input } as Readonly<Record<string, unknown>>;
  const whole = said[`Checksum${checksum.algorithm}`];
  if (whole !== undefined && whole !== checksum.value) throw badDigest(checksum.algorithm);
}

interface Assembly {
  readonly parts: readonly UploadPart[];
  readonly checksum: ObjectChecksum | undefined;
  readonly input: Shapes['input'];
  readonly call: Call<S3Rooms>;
}

async function assemble(tx: Tx, upload: Upload, { parts, checksum, input, call }: Assembly) {
  const { rooms } = call;
  const id = rooms.ids.uuid();
  const facts = { ...upload.facts.object, checksum, parts: parts.length };
  const incoming = {
    bucket: upload.bucket,
    key: upload.key,
    facts,
    author: authorOf(call),
    reason: 'CompleteMultipartUpload' as const,
    permit: permitBy(input, input.Key),
  };
  const kept = await keepVersion(tx, rooms, incoming, { id, size: sizeOf(parts), etag: etagOf(parts), facts });
  await dropUnused(tx, upload, parts, rooms);
  await moveContents(tx, upload.id, id);
  await deleteUpload(tx, upload.id);
  return kept;
}

/** Parts that were uploaded and not listed. */
async function dropUnused(tx: Tx, upload: Upload, parts: readonly UploadPart[], rooms: S3Rooms): Promise<void> {
  const used = new Set(parts.map(({ number }) => number));
  for (const { position } of await contentsOf(tx, upload.id)) {
    if (used.has(position)) continue;
    const files = await dropContent(tx, upload.id, position);
    tx.afterCommit(() => void rooms.files.remove(files));
  }
}

function sizeOf(parts: readonly UploadPart[]): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}
