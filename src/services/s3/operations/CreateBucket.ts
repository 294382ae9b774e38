import type { Operation } from '../../../kernel/operation.ts';
import type { Tx } from '../../../store/database.ts';
import { putConfiguration } from '../../../store/s3/bucket-configurations.ts';
import { findBucket, insertBucket } from '../../../store/s3/buckets.ts';
import { checkNewBucketsAcl } from '../access-control.ts';
import { DEFAULTS, OWNERSHIP } from '../buckets/bucket-documents.ts';
import { isBucketName } from '../buckets/bucket-name.ts';
import {
  bucketAlreadyExists,
  bucketAlreadyOwnedByYou,
  illegalLocation,
  invalidBucketName,
  notImplemented,
} from '../errors.ts';
import type { S3Rooms } from '../rooms.ts';
import type { Operations } from '../shapes.ts';

type Shapes = Operations['CreateBucket'];

/** The region with the endpoint that takes buckets for every region. */
const HOME = 'us-east-1';

export const CreateBucket: Operation<Shapes['input'], Shapes['output'], S3Rooms> = async (input, call) => {
  const { Bucket: name } = input;
  if (!isBucketName(name)) throw invalidBucketName(name);
  checkNewBucketsAcl(input, call.account);
  if (input.ObjectLockEnabledForBucket === true) throw notImplemented('Object Lock');
  const region = regionOf(input.CreateBucketConfiguration?.LocationConstraint, call.region);
  await call.rooms.database.write(async (tx) => {
    const bucket = { name, account: call.account, region, created: call.now, versioning: null, events: 0 };
    if (await insertBucket(tx, bucket)) return giveDefaults(tx, input);
    const taken = await findBucket(tx, name);
    if (taken?.account !== call.account) throw bucketAlreadyExists(name);
    // An oddity of this region alone: asking again for one's own bucket succeeds.
    if (region !== HOME || taken.region !== HOME) throw bucketAlreadyOwnedByYou(name);
  });
  return { Location: region === HOME ? `/${name}` : `${call.endpoint}/${name}` };
};

async function giveDefaults(tx: Tx, { Bucket: name, ObjectOwnership: ownership }: Shapes['input']): Promise<void> {
  for (const { kind, document } of DEFAULTS) await putConfiguration(tx, name, kind, JSON.stringify(document));
  if (ownership === undefined) return;
  const chosen = { Rules: [{ ObjectOwnership: ownership }] };
  await putConfiguration(tx, name, OWNERSHIP.kind, JSON.stringify(chosen));
}

function regionOf(constraint: string | undefined, endpoint: string): string {
  const region = constraint === 'EU' ? 'eu-west-1' : constraint;
  if (endpoint === HOME) return region ?? HOME;
  if (region !== endpoint) throw illegalLocation(constraint ?? 'unspecified');
  return region;
}
