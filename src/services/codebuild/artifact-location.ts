import type { ObjectLocation } from '../../ports/objects.ts';
import type { BuildFacts, BuildProgress } from './build-facts.ts';
import type { BuildArtifacts, ProjectArtifacts } from './shapes.ts';

/** Where artifacts go in S3: path, build id and name, joined by `/`. */
export function artifactLocation(artifacts: ProjectArtifacts, name: string, uuid: string): ObjectLocation {
  const bucket = (artifacts.location ?? '').replace(/^arn:aws[\w-]*:s3:::/, '');
  const parts = [artifacts.path ?? '', artifacts.namespaceType === 'BUILD_ID' ? uuid : '', name];
  const key = parts.map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '');
  return { bucket, key: key.join('/') };
}

export function locationArn({ bucket, key }: ObjectLocation): string {
  return key === '' ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`;
}

/** What a build says of its artifacts before there are any. */
export function firstArtifacts(
  { artifacts, secondaryArtifacts, pipeline }: BuildFacts,
  uuid: string,
): Pick<BuildProgress, 'artifacts' | 'secondaryArtifacts'> {
  if (pipeline !== undefined) {
    const shown = pipeline.outputs.map((output) => ({
      location: locationArn(output),
      artifactIdentifier: output.name,
    }));
    const [first, ...others] = shown;
    if (first === undefined || others.length > 0) return { artifacts: { location: '' }, secondaryArtifacts: shown };
    return { artifacts: { location: first.location }, secondaryArtifacts: [] };
  }
  return {
    artifacts: describe(artifacts, uuid),
    secondaryArtifacts: secondaryArtifacts.map((secondary) => describe(secondary, uuid)),
  };
}

function describe(artifacts: ProjectArtifacts, uuid: string): BuildArtifacts {
  if (artifacts.type !== 'S3') return { location: '' };
  return {
    location: locationArn(artifactLocation(artifacts, artifacts.name ?? '', uuid)),
    overrideArtifactName: artifacts.overrideArtifactName,
    encryptionDisabled: artifacts.encryptionDisabled,
    artifactIdentifier: artifacts.artifactIdentifier,
    bucketOwnerAccess: artifacts.bucketOwnerAccess,
  };
}
