import type { ActionDeclaration } from '@aws-sdk/client-codepipeline';
import { PutBucketVersioningCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { makeBucket } from './artifact-bucket.ts';
import { source } from './pipelines.ts';
import { zipOf } from './zips.ts';

export const SOURCE_BUCKET = 'sources-of-pipelines';

/** Buckets by name, and a versioned one for sources. */
export async function makeBuckets(s3: S3Client, ...names: string[]): Promise<void> {
  for (const Bucket of [SOURCE_BUCKET, ...names]) await makeBucket(s3, Bucket);
  await s3.send(
    new PutBucketVersioningCommand({ Bucket: SOURCE_BUCKET, VersioningConfiguration: { Status: 'Enabled' } }),
  );
}

/** A source action that brings the files, whose output artifact is `<name>Output`. */
export async function sourceOf(
  s3: S3Client,
  name: string,
  files: Readonly<Record<string, string>>,
  settings: Partial<ActionDeclaration> = {},
): Promise<ActionDeclaration> {
  await s3.send(new PutObjectCommand({ Bucket: SOURCE_BUCKET, Key: `${name}.zip`, Body: await zipOf(files) }));
  return source(name, {
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
    configuration: { S3Bucket: SOURCE_BUCKET, S3ObjectKey: `${name}.zip`, PollForSourceChanges: 'false' },
    ...settings,
  });
}
