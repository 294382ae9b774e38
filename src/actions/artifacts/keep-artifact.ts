import { isServiceError, ServiceError } from '../../kernel/service-error.ts';
import type { NewObject, Objects } from '../../ports/objects.ts';
import type { ActionRun, Artifact } from '../action.ts';

/** Writes an artifact where it belongs. Throws ConfigurationError when its bucket is no longer there. */
export async function keepArtifact(
  artifact: Artifact,
  content: Pick<NewObject, 'body' | 'contentType'>,
  { account, region }: ActionRun,
  objects: Objects,
): Promise<void> {
  const { name, bucket, key, encryptionKey } = artifact;
  try {
    await objects.write({ account, region, bucket, key, encryptionKey, ...content });
  } catch (error) {
    // S3's words say neither which nor whose.
    if (!isServiceError(error, 'NoSuchBucket')) throw error;
    throw new ServiceError(
      'ConfigurationError',
      `Unable to write the artifact ${name} to the Amazon S3 artifact bucket '${bucket}': there is no such bucket`,
    );
  }
}
