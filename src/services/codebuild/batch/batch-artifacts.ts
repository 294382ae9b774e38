import type { ObjectLocation } from '../../../ports/objects.ts';
import { artifactLocation, firstArtifacts, locationArn } from '../artifact-location.ts';
import type { BatchFacts } from '../batch-facts.ts';
import { DOWNLOAD_SOURCE } from '../batchspec.ts';
import type { BuildFacts, BuildProgress, PipelineOutput } from '../build-facts.ts';
import { uuidOf } from '../names.ts';
import type { ProjectArtifacts } from '../shapes.ts';

/**
 * Where the artifacts of a batch go. Without combining, each build delivers as it would alone, and outputs of a pipeline are those of
 * the builds they are named for: `identifier` is the main one, `identifier_name` the secondary one of that name. With combining, each
 * build's main artifact is set down where the batch fetches it.
 *
 * Gaps: AWS does not say where builds deliver to S3 without combining: here where the project says, so that one with the namespace
 * NONE is overwritten by the next. Nor where it sets down what is to be combined.
 */
type Artifacts = Pick<BuildFacts, 'artifacts' | 'secondaryArtifacts' | 'pipeline'>;

/** Whether the main artifacts become one in the end. */
export function combines({ config, artifacts, pipeline }: BatchFacts): boolean {
  if (config.combineArtifacts !== true) return false;
  return pipeline === undefined ? artifacts.type === 'S3' : pipeline.outputs.length > 0;
}

/** Where the one artifact goes; undefined when the batch does not combine. */
export function combinedLocation(facts: BatchFacts, batchId: string): ObjectLocation | undefined {
  if (!combines(facts)) return undefined;
  const [output] = facts.pipeline?.outputs ?? [];
  if (output !== undefined) return { bucket: output.bucket, key: output.key };
  return artifactLocation(facts.artifacts, facts.artifacts.name ?? '', uuidOf(batchId));
}

/** Where a build sets down what the batch combines. */
export function stagedLocation(facts: BatchFacts, batchId: string, identifier: string): ObjectLocation {
  const [output] = facts.pipeline?.outputs ?? [];
  if (output !== undefined) return { bucket: output.bucket, key: `${output.key}/${identifier}` };
  return artifactLocation(stagedArtifacts(facts.artifacts, batchId, identifier), `${identifier}.zip`, '');
}

function stagedArtifacts(artifacts: ProjectArtifacts, batchId: string, identifier: string): ProjectArtifacts {
  const path = [artifacts.path ?? '', uuidOf(batchId)].filter((part) => part !== '').join('/');
  return {
    ...artifacts,
    path,
    name: `${identifier}.zip`,
    namespaceType: 'NONE',
    packaging: 'ZIP',
    overrideArtifactName: false,
  };
}

interface Task {
  readonly batchId: string;
  readonly identifier: string;
  /** Of all tasks. */
  readonly identifiers: readonly string[];
}

/** What a build of the batch delivers, and where. */
export function taskArtifacts(facts: BatchFacts, task: Task): Artifacts {
  const { artifacts, secondaryArtifacts, pipeline } = facts;
  if (task.identifier === DOWNLOAD_SOURCE)
    return {
      artifacts: { type: 'NO_ARTIFACTS' },
      secondaryArtifacts: [],
      pipeline: pipeline && { ...pipeline, outputs: [] },
    };
  if (pipeline !== undefined)
    return { artifacts, secondaryArtifacts, pipeline: { ...pipeline, outputs: taskOutputs(facts, task) } };
  if (!combines(facts)) return { artifacts, secondaryArtifacts, pipeline };
  return { artifacts: stagedArtifacts(artifacts, task.batchId, task.identifier), secondaryArtifacts, pipeline };
}

function taskOutputs(facts: BatchFacts, { batchId, identifier, identifiers }: Task): readonly PipelineOutput[] {
  const outputs = facts.pipeline?.outputs ?? [];
  if (combines(facts))
    return outputs.map((output) => ({
      ...output,
      ...stagedLocation(facts, batchId, identifier),
      name: identifier,
      block: { identifier: undefined },
      optional: true,
    }));
  return outputs.flatMap((output) => {
    if (ownerOf(output.name, identifiers) !== identifier) return [];
    const block = output.name === identifier ? undefined : output.name.slice(identifier.length + 1);
    return [{ ...output, block: { identifier: block } }];
  });
}

/** The task that makes an output of a pipeline; of several the one whose identifier says most. */
export function ownerOf(output: string, identifiers: readonly string[]): string | undefined {
  const owners = identifiers.filter((identifier) => output === identifier || output.startsWith(`${identifier}_`));
  return owners.sort((one, other) => other.length - one.length)[0];
}

/** What a batch says of its artifacts before there are any. */
export function firstBatchArtifacts(
  facts: BatchFacts,
  batchId: string,
): Pick<BuildProgress, 'artifacts' | 'secondaryArtifacts'> {
  const combined = combinedLocation(facts, batchId);
  if (combined !== undefined) return { artifacts: { location: locationArn(combined) }, secondaryArtifacts: [] };
  if (facts.pipeline !== undefined) return { artifacts: { location: '' }, secondaryArtifacts: [] };
  return firstArtifacts(facts, uuidOf(batchId));
}
