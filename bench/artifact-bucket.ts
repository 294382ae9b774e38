import { makeArtifactBucket } from '../test/harness/artifact-bucket.ts';
import { clientsOf } from '../test/harness/server.ts';

/** Pipelines cannot be created without the bucket of their artifacts. */
export async function makeArtifactBucketAt(endpoint: string): Promise<void> {
  const { s3 } = clientsOf(endpoint);
  await makeArtifactBucket(s3);
  s3.destroy();
}
