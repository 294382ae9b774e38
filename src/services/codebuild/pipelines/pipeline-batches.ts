import { type ConsoleLinks, consoleLinks } from '../../../kernel/console-links.ts';
import type { PipelineBatchRequest, PipelineBuild, PipelineBuilds } from '../../../ports/builds.ts';
import { type BuildBatchRow, lockBuildBatch } from '../../../store/codebuild/build-batches.ts';
import type { ProjectPlace, ProjectRow } from '../../../store/codebuild/projects.ts';
import { stopBatch } from '../batch/end-batch.ts';
import { findPlacedBatch } from '../batch/find-batch.ts';
import { newBatch } from '../batch/new-batch.ts';
import { type BatchFacts, batchProgressOf } from '../batch-facts.ts';
import { invalidInput } from '../errors.ts';
import { mergedBatchConfig } from '../project/batch-config.ts';
import { checkVariables } from '../project/check-project.ts';
import { settingsOf } from '../project/project-settings.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { pipelineFacts, variablesOf } from './pipeline-facts.ts';

/** Batches as pipelines use them: started once per action execution, and the pipeline is woken when one ends. */
export function pipelineBatches(rooms: CodeBuildRooms): PipelineBuilds['batches'] {
  return {
    start: (request) => start(rooms, request),
    find: async (account, region, id) => {
      const row = await rooms.database.read((reader) => findPlacedBatch(reader, { account, region }, id));
      return row && pipelineBatch(row, consoleLinks(rooms.endpoint(), region));
    },
    stop: (account, region, id) => stop(rooms, { account, region }, id),
  };
}

async function start(rooms: CodeBuildRooms, request: PipelineBatchRequest): Promise<string> {
  const { account, region, combineArtifacts, outputs } = request;
  checkVariables(variablesOf(request));
  if (combineArtifacts && outputs.length > 1)
    throw invalidInput('Invalid input: a batch that combines its artifacts has only one output artifact');
  const row = await rooms.database.write((tx) =>
    newBatch(tx, rooms, {
      place: { account, region },
      projectName: request.projectName,
      token: { token: `pipeline/${request.clientToken}`, input: '', expires: undefined },
      wake: request.wake,
      facts: (project) => batchFacts(project, request),
    }),
  );
  return row.id;
}

/** The pipeline says whether artifacts are combined, whatever the project does. */
function batchFacts(project: ProjectRow, request: PipelineBatchRequest): BatchFacts {
  const { combineArtifacts } = request;
  const config = mergedBatchConfig(settingsOf(project).buildBatchConfig, { combineArtifacts }, project.account);
  return { ...pipelineFacts(project, request), config };
}

function pipelineBatch(row: BuildBatchRow, links: ConsoleLinks): PipelineBuild {
  const exported = batchProgressOf(row).groups.flatMap(({ current }) => current.outcome?.exportedVariables ?? []);
  return {
    id: row.id,
    status: row.status,
    failure: failureOf(row),
    exportedVariables: Object.fromEntries(exported.map(({ name, value }) => [name, value])),
    logStreamArn: undefined,
    url: links.batch(row.id),
  };
}

/** The last phase that went wrong. */
function failureOf(row: BuildBatchRow): PipelineBuild['failure'] {
  if (row.status === 'IN_PROGRESS' || row.status === 'SUCCEEDED') return undefined;
  const phase = batchProgressOf(row).phases.findLast(({ contexts }) => contexts !== undefined);
  const [context] = phase?.contexts ?? [];
  return phase && context && { phase: phase.type, code: context.statusCode, message: context.message };
}

async function stop(rooms: CodeBuildRooms, place: ProjectPlace, id: string): Promise<void> {
  await rooms.database.write(async (tx) => {
    if ((await findPlacedBatch(tx, place, id)) === undefined) return;
    const row = await lockBuildBatch(tx, id);
    if (row !== undefined && row.ended === null) await stopBatch(tx, rooms, row);
  });
}
