import type { BuildBatchRow } from '../../../store/codebuild/build-batches.ts';
import type { BatchFacts, BatchProgress } from '../batch-facts.ts';
import type { BatchTask } from '../batchspec.ts';
import type { BuildFacts } from '../build-facts.ts';
import { mergedVariables } from '../project/merged-facts.ts';
import { completedEnvironment } from '../project/project-settings.ts';
import type { EnvironmentVariables, ProjectEnvironment } from '../shapes.ts';
import { taskArtifacts } from './batch-artifacts.ts';

interface TaskOfBatch {
  readonly facts: BatchFacts;
  readonly progress: Pick<BatchProgress, 'groups' | 'resolvedSourceVersion'>;
  readonly task: BatchTask;
}

/**
 * What a build of the batch is started with.
 *
 * Gaps: variables of a task win over those of StartBuildBatch and of the project (AWS does not say); the initiator is the batch's.
 */
export function taskFacts(row: Pick<BuildBatchRow, 'id'>, { facts, progress, task }: TaskOfBatch): BuildFacts {
  const { config: _, ...common } = facts;
  const identifiers = progress.groups.map((group) => group.task.identifier);
  return {
    ...common,
    ...taskArtifacts(facts, { batchId: row.id, identifier: task.identifier, identifiers }),
    source: { ...facts.source, buildspec: task.buildspec ?? facts.source.buildspec },
    sourceVersion: sourceVersionOf(facts, progress),
    environment: taskEnvironment(facts.environment, task),
    batch: { id: row.id, identifier: task.identifier },
  };
}

/** All builds build what the first one found, whatever is pushed meanwhile. */
function sourceVersionOf(
  { pipeline, sourceVersion }: BatchFacts,
  { resolvedSourceVersion }: Pick<BatchProgress, 'resolvedSourceVersion'>,
): string | undefined {
  return pipeline === undefined ? (resolvedSourceVersion ?? sourceVersion) : sourceVersion;
}

export function taskEnvironment(
  environment: ProjectEnvironment,
  { environment: { variables, type, image, computeType, privilegedMode } }: BatchTask,
): ProjectEnvironment {
  const own: EnvironmentVariables = Object.entries(variables).map(([name, value]) => ({
    name,
    value,
    type: 'PLAINTEXT',
  }));
  return completedEnvironment({
    ...environment,
    type: type ?? environment.type,
    image: image ?? environment.image,
    computeType: computeType ?? environment.computeType,
    privilegedMode: privilegedMode ?? environment.privilegedMode,
    environmentVariables: mergedVariables(environment.environmentVariables ?? [], own),
  });
}
