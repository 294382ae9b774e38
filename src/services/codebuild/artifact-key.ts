import type { ProjectArtifacts } from './shapes.ts';

/**
 * The KMS key that what a project delivers to S3 says it is encrypted with: the project's own. Gaps: nothing is encrypted by it, and of the
 * default key nothing is said.
 */
export function keyOf({ encryptionDisabled }: ProjectArtifacts, encryptionKey: string): string | undefined {
  return encryptionDisabled === true || encryptionKey.endsWith(':alias/aws/s3') ? undefined : encryptionKey;
}
