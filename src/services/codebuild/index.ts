import { availableParallelism } from 'node:os';
import { loadModel } from '../../kernel/model.ts';
import type { AnyOperation, Service } from '../../kernel/operation.ts';
import type { PipelineBuilds } from '../../ports/builds.ts';
import type { RuleTarget } from '../../ports/rule-target.ts';
import type { WorkHandler } from '../../work/work.ts';
import { openPlaces } from './attempt/runners.ts';
import { Slots } from './attempt/slots.ts';
import { performBatch } from './batch/perform-batch.ts';
import { BATCH_WORK } from './batch-work.ts';
import { refuse } from './errors.ts';
import { BatchDeleteBuilds } from './operations/BatchDeleteBuilds.ts';
import { BatchGetBuildBatches } from './operations/BatchGetBuildBatches.ts';
import { BatchGetBuilds } from './operations/BatchGetBuilds.ts';
import { BatchGetProjects } from './operations/BatchGetProjects.ts';
import { CreateProject } from './operations/CreateProject.ts';
import { DeleteBuildBatch } from './operations/DeleteBuildBatch.ts';
import { DeleteProject } from './operations/DeleteProject.ts';
import { DeleteSourceCredentials } from './operations/DeleteSourceCredentials.ts';
import { ImportSourceCredentials } from './operations/ImportSourceCredentials.ts';
import { ListBuildBatches } from './operations/ListBuildBatches.ts';
import { ListBuildBatchesForProject } from './operations/ListBuildBatchesForProject.ts';
import { ListBuilds } from './operations/ListBuilds.ts';
import { ListBuildsForProject } from './operations/ListBuildsForProject.ts';
import { ListProjects } from './operations/ListProjects.ts';
import { ListSourceCredentials } from './operations/ListSourceCredentials.ts';
import { RetryBuild } from './operations/RetryBuild.ts';
import { RetryBuildBatch } from './operations/RetryBuildBatch.ts';
import { StartBuild } from './operations/StartBuild.ts';
import { StartBuildBatch } from './operations/StartBuildBatch.ts';
import { StopBuild } from './operations/StopBuild.ts';
import { StopBuildBatch } from './operations/StopBuildBatch.ts';
import { UpdateProject } from './operations/UpdateProject.ts';
import { performBuild } from './perform-build.ts';
import { pipelineBuilds } from './pipelines/pipeline-builds.ts';
import type { CodeBuildRooms } from './rooms.ts';
import { buildTarget } from './starts/build-target.ts';
import { BUILD_WORK } from './starts/new-build.ts';

/** One row per operation; the absent ones are answered as not implemented. */
export const operations: Readonly<Record<string, AnyOperation<CodeBuildRooms>>> = {
  BatchDeleteBuilds,
  BatchGetBuildBatches,
  BatchGetBuilds,
  BatchGetProjects,
  CreateProject,
  DeleteBuildBatch,
  DeleteProject,
  DeleteSourceCredentials,
  ImportSourceCredentials,
  ListBuildBatches,
  ListBuildBatchesForProject,
  ListBuilds,
  ListBuildsForProject,
  ListProjects,
  ListSourceCredentials,
  RetryBuild,
  StartBuildBatch,
  StartBuild,
  StopBuildBatch,
  StopBuild,
  RetryBuildBatch,
  UpdateProject,
};

/**
 * CodeBuild: projects, and builds that really run.
 *
 * Gaps: no webhooks, reports, caches, badges, fleets, sandboxes, debug sessions or automatic retries.
 * Refused by name where something would depend on them.
 */
export interface CodeBuild {
  readonly service: Service<CodeBuildRooms>;
  readonly builds: PipelineBuilds;
  readonly ruleTarget: RuleTarget;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createCodeBuild(rooms: CodeBuildRooms): CodeBuild {
  const slots = new Slots(rooms.concurrentBuilds ?? Math.max(4, 2 * availableParallelism()));
  const performing = { ...rooms, places: openPlaces(rooms), slots };
  const model = loadModel('codebuild');
  return {
    service: {
      name: 'codebuild',
      signingNames: ['codebuild'],
      model,
      operations,
      rooms,
      refuse,
    },
    builds: pipelineBuilds(rooms),
    ruleTarget: buildTarget(rooms, model),
    workHandlers: {
      [BUILD_WORK]: (id, lease) => performBuild(performing, id, lease),
      [BATCH_WORK]: (id) => performBatch(rooms, id),
    },
  };
}
