import { invalidStructure, validation } from './errors.ts';
import type { PipelineDeclaration } from './shapes.ts';

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** Where artifacts are kept: one store, or one for each region in which an action runs. */
export function checkStores(pipeline: PipelineDeclaration, region: string): void {
  const { artifactStore, artifactStores } = pipeline;
  if ((artifactStore === undefined) === (artifactStores === undefined)) {
    throw invalidStructure(
      "Pipeline must have either 'artifactStore' or 'artifactStores', such as an artifact bucket, and not both",
    );
  }
  const stores = artifactStores === undefined ? [region] : Object.keys(artifactStores);
  const strange = stores.find((name) => !REGION.test(name));
  if (strange !== undefined)
    throw validation(`The region ${strange} specified in 'pipeline.artifactStores' is not a valid AWS Region.`);
  const missing = [region, ...regionsOfActions(pipeline)].find((name) => !stores.includes(name));
  if (missing !== undefined) {
    throw invalidStructure(
      `Your pipeline must have an artifact store, such as an artifact bucket, for each region where you have an action. The following region is missing in 'pipeline.artifactStores': ${missing}.`,
    );
  }
}

function regionsOfActions({ stages }: PipelineDeclaration): string[] {
  return stages.flatMap(({ actions }) => actions.flatMap(({ region }) => region ?? []));
}
