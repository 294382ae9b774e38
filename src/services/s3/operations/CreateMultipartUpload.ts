import type { ChecksumAlgorithm } from '../../../kernel/checksum.ts';
import type { Operation } from '../../../kernel/operation.ts';
import { insertUpload } from '../../../store/s3/uploads.ts';
import { readBucket } from '../buckets/find-bucket.ts';
import { invalidRequest } from '../errors.ts';
import { encryptionOf } from '../reading/object-answer.ts';
import type { S3Rooms } from '../rooms.ts';
import type { ChecksumType, Operations } from '../shapes.ts';
import { checkKey } from '../writing/keep-object.ts';
import { checksumAlgorithmOf, factsOf } from '../writing/object-facts.ts';

type Shapes = Operations['CreateMultipartUpload'];

export const CreateMultipartUpload: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { Bucket: bucket, Key: key } = input;
  checkKey(key);
  const id = call.rooms.ids.alphanumeric(64);
  const facts = { object: factsOf(input), checksum: checksumOf(input) };
  await call.rooms.database.write(async (tx) => {
    await readBucket(tx, input, call);
    await insertUpload(tx, { id, bucket, key, initiated: call.now, facts });
  });
  return {
    Bucket: bucket,
    Key: key,
    UploadId: id,
    ChecksumAlgorithm: facts.checksum?.algorithm,
    ChecksumType: facts.checksum?.type,
    ...encryptionOf({ facts: facts.object }),
  };
};

/** Sums that can be put together from those of the parts may speak of the whole object; the others must not. */
const WHOLE: readonly ChecksumAlgorithm[] = ['CRC64NVME', 'CRC32', 'CRC32C'];

function checksumOf(input: Shapes['input']): { algorithm: ChecksumAlgorithm; type: ChecksumType } | undefined {
  const algorithm = checksumAlgorithmOf(input);
  if (algorithm === undefined) return undefined;
  const type = input.ChecksumType ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  if (type === 'FULL_OBJECT' ? !WHOLE.includes(algorithm) : algorithm === 'CRC64NVME') {
    throw invalidRequest(
      `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
  return { algorithm, type };
}
