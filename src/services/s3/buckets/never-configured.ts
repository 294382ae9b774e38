import type { AnyOperation } from '../../../kernel/operation.ts';
import { ServiceError } from '../../../kernel/service-error.ts';
import type { S3Rooms } from '../rooms.ts';
import { type BucketRequest, requireBucket } from './find-bucket.ts';

/** What a bucket here cannot have: it is asked for all the same, by Terraform at every refresh, and answered as S3 does of buckets without it. */
function never(answer: (bucket: string) => ServiceError | object): AnyOperation<S3Rooms> {
  return async (input: BucketRequest, call) => {
    const instead = answer((await requireBucket(input, call)).name);
    if (instead instanceof ServiceError) throw instead;
    return instead;
  };
}

const missing = (code: string, message: string) => (bucket: string) =>
  new ServiceError(code, message, 404, { BucketName: bucket });

export const NEVER_CONFIGURED: Readonly<Record<string, AnyOperation<S3Rooms>>> = {
  DeleteBucketReplication: never(() => ({})),
  DeleteBucketWebsite: never(() => ({})),
  GetBucketAccelerateConfiguration: never(() => ({})),
  GetBucketReplication: never(
    missing('ReplicationConfigurationNotFoundError', 'The replication configuration was not found'),
  ),
  GetBucketRequestPayment: never(() => ({ Payer: 'BucketOwner' })),
  GetBucketWebsite: never(
    missing('NoSuchWebsiteConfiguration', 'The specified bucket does not have a website configuration'),
  ),
  GetObjectLockConfiguration: never(
    missing('ObjectLockConfigurationNotFoundError', 'Object Lock configuration does not exist for this bucket'),
  ),
};
