import { isCloneReference } from '../../artifacts/clone-reference.ts';
import { isServiceError, ServiceError } from '../../kernel/service-error.ts';
import type { Objects, StoredObject } from '../../ports/objects.ts';
import type { Artifact } from '../action.ts';

/** The zip of an input artifact. Throws ConfigurationError for what only builds can read, or nobody has written. */
export async function readArtifact(artifact: Artifact, objects: Objects): Promise<StoredObject> {
  const object = await written(artifact, () => objects.read(artifact));
  if (!isCloneReference(object)) return object;
  object.body.destroy();
  throw new ServiceError(
    'ConfigurationError',
    `The artifact ${artifact.name} is a full clone (CODEBUILD_CLONE_REF), which only CodeBuild and Commands actions can use`,
  );
}

/** Whoever makes an artifact may have succeeded without writing it: a worker, or a function. */
export async function written<T>({ name, bucket, key }: Artifact, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!isServiceError(error) || !ABSENT.has(error.code)) throw error;
    throw new ServiceError(
      'ConfigurationError',
      `Unable to access the artifact ${name} with Amazon S3 object key '${key}' located in the Amazon S3 artifact bucket '${bucket}': there is no such object. The action that makes it has not written it, or it was deleted`,
    );
  }
}

const ABSENT: ReadonlySet<string> = new Set(['NoSuchKey', 'NoSuchBucket', 'NoSuchVersion']);
