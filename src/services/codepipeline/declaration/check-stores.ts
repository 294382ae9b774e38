import { invalidStructure, validation } from '../errors.ts';
import type { PipelineDeclaration } from '../shapes.ts';

const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

/** Where artifacts are kept: one store, or one for each region in which an action or a rule runs. */
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
  const missing = [region, ...regionsWithWork(pipeline)].find((name) => !stores.includes(name));
  if (missing !== undefined) {
    throw invalidStructure(
      `Your pipeline must have an artifact store, such as an artifact bucket, for each region where you have an action. The following region is missing in 'pipeline.artifactStores': ${missing}.`,
    );
  }
}

/** Of the actions, and of the rules as well. */
function regionsWithWork({ stages }: PipelineDeclaration): string[] {
  return stages.flatMap(({ actions, beforeEntry, onSuccess, onFailure }) => {
    const conditions = [beforeEntry, onSuccess, onFailure].flatMap((hook) => hook?.conditions ?? []);
    const rules = conditions.flatMap((condition) => condition.rules ?? []);
    return [...actions, ...rules].flatMap(({ region }) => region ?? []);
  });
}
