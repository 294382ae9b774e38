import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';

/** Makes sure the bucket is there in which the pipelines of the tests keep their artifacts. */
export async function makeArtifactBucket(s3: S3Client): Promise<void> {
  await makeBucket(s3, 'artifacts');
}

/** Makes a bucket in the client's region, unless it is there. */
export async function makeBucket(s3: S3Client, Bucket: string): Promise<void> {
  try {
    await s3.send(new CreateBucketCommand({ Bucket }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'BucketAlreadyOwnedByYou')) throw error;
  }
}
