import type { Artifact, ArtifactCopy } from '../actions/action.ts';
import type { PipelineRow } from '../store/codepipeline/pipelines.ts';
import type { ArtifactStore, Declaration } from './facts/declaration.ts';

/** Of the random end of an artifact's key. */
export const KEY_LENGTH = 7;

export function storeOf(declaration: Declaration, region: string): ArtifactStore {
  const store = declaration.artifactStore ?? declaration.artifactStores?.[region];
  if (store === undefined) throw new Error(`Pipeline ${declaration.name} has no artifact store in ${region}`);
  return store;
}

/** What an action or a rule is given, and what is to be brought there first. */
export interface NearArtifacts {
  readonly inputArtifacts: readonly Artifact[];
  readonly copies: readonly ArtifactCopy[];
}

/** Inputs as they are found: in the store of the own region, where they are copied when they lie elsewhere. */
export function bringNear(
  artifacts: readonly Artifact[],
  { location }: ArtifactStore,
  place: (name: string) => Artifact,
): NearArtifacts {
  const inputs = artifacts.map((artifact): { artifact: Artifact; copy?: ArtifactCopy } => {
    if (artifact.bucket === location) return { artifact };
    const to = { ...place(artifact.name), revisionId: artifact.revisionId };
    return { artifact: to, copy: { from: artifact, to } };
  });
  return {
    inputArtifacts: inputs.map(({ artifact }) => artifact),
    copies: inputs.flatMap(({ copy }) => copy ?? []),
  };
}

/** `<pipeline[:20]>/<artifact[:10]>/<random>` in the artifact store: short, as AWS keeps it. */
export function newArtifact(pipeline: PipelineRow, store: ArtifactStore, name: string, random: string): Artifact {
  return {
    name,
    bucket: store.location,
    key: `${pipeline.name.slice(0, 20)}/${name.slice(0, 10)}/${random}`,
    encryptionKey: store.encryptionKey?.id,
  };
}
