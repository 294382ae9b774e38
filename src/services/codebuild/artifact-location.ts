import type { ObjectLocation } from '../../ports/objects.ts';
import type { BuildFacts, BuildProgress, PipelineOutput, PipelinePart } from './build-facts.ts';
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

/** The secondary block of the buildspec that an output is; undefined for the main one. One output alone takes the main block. */
export function blockIdentifier({ name, block }: PipelineOutput, { outputs }: PipelinePart): string | undefined {
  if (block !== undefined) return block.identifier;
  return outputs.length === 1 ? undefined : name;
}

/** What a build says of its artifacts before there are any. */
export function firstArtifacts(
  { artifacts, secondaryArtifacts, pipeline }: BuildFacts,
  uuid: string,
): Pick<BuildProgress, 'artifacts' | 'secondaryArtifacts'> {
  if (pipeline !== undefined) {
    const main = pipeline.outputs.find((output) => blockIdentifier(output, pipeline) === undefined);
    const others = pipeline.outputs.filter((output) => output !== main);
    return {
      artifacts: { location: main === undefined ? '' : locationArn(main) },
      secondaryArtifacts: others.map((output) => ({
        location: locationArn(output),
        artifactIdentifier: blockIdentifier(output, pipeline),
      })),
    };
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
