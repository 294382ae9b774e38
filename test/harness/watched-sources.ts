import type { ActionDeclaration } from '@aws-sdk/client-codepipeline';
import { PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { makeBucket } from './artifact-bucket.ts';
import { source } from './pipelines.ts';
import type { TestServer } from './server.ts';
import { zipOf } from './zips.ts';

/** Sources of pipelines that really are there. */
export async function createBucket({ s3 }: Pick<TestServer, 's3'>, Bucket: string, versioned = true): Promise<void> {
  await makeBucket(s3, Bucket);
  if (!versioned) return;
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
}

/** Puts a zip whose only file holds the text; answers its version. */
export async function putZip(
  { s3 }: Pick<TestServer, 's3'>,
  Bucket: string,
  Key: string,
  text: string,
): Promise<string> {
  const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: await zipOf({ 'file.txt': text }) }));
  return VersionId ?? '';
}

export function s3Source(name: string, S3Bucket: string, S3ObjectKey: string, configuration = {}): ActionDeclaration {
  return source(name, {
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
    configuration: { S3Bucket, S3ObjectKey, ...configuration },
  });
}

export function codecommitSource(
  name: string,
  RepositoryName: string,
  BranchName: string,
  configuration = {},
): ActionDeclaration {
  return source(name, {
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
    configuration: { RepositoryName, BranchName, ...configuration },
  });
}
