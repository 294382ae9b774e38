import type { ObjectInfo } from '../ports/objects.ts';

/**
 * The artifact of a source whose OutputArtifactFormat is CODEBUILD_CLONE_REF: no files, but where a build clones them from. Told from
 * a zip by its content type, which sources alone give.
 */
export type CloneReference =
  | (ClonedCommit & { readonly kind: 'codecommit'; readonly repositoryName: string })
  | (ClonedCommit & {
      readonly kind: 'connection';
      readonly connectionArn: string;
      readonly fullRepositoryId: string;
    });

interface ClonedCommit {
  readonly branchName: string;
  readonly commitId: string;
}

export const CLONE_REFERENCE_TYPE = 'application/vnd.velocius.clone-reference+json';

export const ARTIFACT_FORMATS: readonly string[] = ['CODE_ZIP', 'CODEBUILD_CLONE_REF'];

export function isCloneReference({ contentType }: Pick<ObjectInfo, 'contentType'>): boolean {
  return contentType === CLONE_REFERENCE_TYPE;
}

export function writeCloneReference(reference: CloneReference): Uint8Array {
  return Buffer.from(`${JSON.stringify(reference)}\n`);
}

/** Undefined for what is none. */
export function readCloneReference(text: string): CloneReference | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isReference(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isReference(value: unknown): value is CloneReference {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const names = fields.kind === 'connection' ? ['connectionArn', 'fullRepositoryId'] : ['repositoryName'];
  return (
    (fields.kind === 'connection' || fields.kind === 'codecommit') &&
    [...names, 'branchName', 'commitId'].every((name) => typeof fields[name] === 'string')
  );
}
