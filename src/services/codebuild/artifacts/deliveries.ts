import type { ObjectLocation } from '../../../ports/objects.ts';
import { keyOf } from '../artifact-key.ts';
import { artifactLocation, blockIdentifier } from '../artifact-location.ts';
import type { BuildFacts, PipelinePart } from '../build-facts.ts';
import type { ArtifactsSpec, Buildspec } from '../buildspec/buildspec.ts';
import { clientError } from '../phase-failure.ts';
import type { ProjectArtifacts } from '../shapes.ts';

/** One artifact: what goes in, and where it goes. */
export interface Delivery {
  /** Undefined for the main one. */
  readonly identifier: string | undefined;
  readonly spec: ArtifactsSpec;
  readonly packaging: 'ZIP' | 'NONE';
  /** Where it goes, once the texts of the block are evaluated. */
  locate(spec: ArtifactsSpec): ObjectLocation;
  /** KMS key of the artifacts' store. */
  readonly encryptionKey?: string | undefined;
}

/** The artifacts that project or pipeline want, each with its block of the buildspec. */
export function deliveriesOf(
  { artifacts, secondaryArtifacts, pipeline, batch, encryptionKey }: BuildFacts,
  buildspec: Buildspec,
  uuid: string,
): readonly Delivery[] {
  if (pipeline !== undefined) return pipelineDeliveries(pipeline, buildspec);
  // Of the builds of a batch only some may have artifacts.
  const wanted = artifacts.type === 'S3' && (batch === undefined || buildspec.artifacts !== undefined);
  const main = wanted ? [projectDelivery(artifacts, undefined, { buildspec, uuid, encryptionKey })] : [];
  const others = secondaryArtifacts.filter(({ type }) => type === 'S3');
  return [
    ...main,
    ...others.map((secondary) =>
      projectDelivery(secondary, secondary.artifactIdentifier, { buildspec, uuid, encryptionKey }),
    ),
  ];
}

/** One output takes the main block; several take the secondary ones of their names. */
function pipelineDeliveries(pipeline: PipelinePart, buildspec: Buildspec): readonly Delivery[] {
  return pipeline.outputs.flatMap((output): readonly Delivery[] => {
    const identifier = blockIdentifier(output, pipeline);
    if (output.optional === true && buildspec.artifacts === undefined) return [];
    const spec = blockOf(buildspec, identifier, identifier ?? output.name);
    const { bucket, key, encryptionKey } = output;
    return [{ identifier, spec, packaging: 'ZIP', locate: () => ({ bucket, key }), encryptionKey }];
  });
}

function projectDelivery(
  artifacts: ProjectArtifacts,
  identifier: string | undefined,
  {
    buildspec,
    uuid,
    encryptionKey,
  }: Pick<BuildFacts, 'encryptionKey'> & { readonly buildspec: Buildspec; readonly uuid: string },
): Delivery {
  return {
    identifier,
    spec: blockOf(buildspec, identifier, identifier),
    packaging: artifacts.packaging ?? 'NONE',
    encryptionKey: keyOf(artifacts, encryptionKey),
    locate: ({ name, s3Prefix }) => {
      const chosen = artifacts.overrideArtifactName === true && name !== undefined ? name : (artifacts.name ?? '');
      if (s3Prefix === undefined || artifacts.namespaceType !== 'BUILD_ID')
        return artifactLocation(artifacts, chosen, uuid);
      return artifactLocation({ ...artifacts, path: s3Prefix }, `${chosen}.zip`, uuid);
    },
  };
}

function blockOf(buildspec: Buildspec, identifier: string | undefined, name: string | undefined): ArtifactsSpec {
  const named = name !== undefined && Object.hasOwn(buildspec.secondaryArtifacts, name) ? name : undefined;
  const secondary = named === undefined ? undefined : buildspec.secondaryArtifacts[named];
  const block = identifier === undefined ? (buildspec.artifacts ?? secondary) : secondary;
  if (block !== undefined) return block;
  throw clientError(
    identifier === undefined
      ? 'no matching artifact paths found: the buildspec has no artifacts'
      : `no matching artifact paths found: the buildspec has no secondary-artifacts ${identifier}`,
  );
}
