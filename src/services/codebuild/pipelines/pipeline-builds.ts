import { type ConsoleLinks, consoleLinks } from '../../../kernel/console-links.ts';
import type { PipelineBuild, PipelineBuildRequest, PipelineBuilds } from '../../../ports/builds.ts';
import { type BuildRow, lockBuild } from '../../../store/codebuild/builds.ts';
import type { ProjectPlace } from '../../../store/codebuild/projects.ts';
import { stopBuild } from '../attempt/journal.ts';
import { factsOf, progressOf } from '../build-facts.ts';
import { findPlacedBuild } from '../find.ts';
import { logPlace, logStreamArn } from '../log-place.ts';
import { checkVariables } from '../project/check-project.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { newBuild } from '../starts/new-build.ts';
import { startCommands } from './commands-build.ts';
import { pipelineBatches } from './pipeline-batches.ts';
import { pipelineFacts, variablesOf } from './pipeline-facts.ts';

/** Builds as pipelines use them: started once per action execution, and the pipeline is woken when one ends. */
export function pipelineBuilds(rooms: CodeBuildRooms): PipelineBuilds {
  return {
    start: (request) => start(rooms, request),
    startCommands: (request) => startCommands(rooms, request),
    find: async (account, region, id) => {
      const row = await rooms.database.read((reader) => findPlacedBuild(reader, { account, region }, id));
      return row && pipelineBuild(row, consoleLinks(rooms.endpoint(), region));
    },
    stop: (account, region, id) => stop(rooms, { account, region }, id),
    batches: pipelineBatches(rooms),
  };
}

async function start(rooms: CodeBuildRooms, request: PipelineBuildRequest): Promise<string> {
  const { account, region } = request;
  checkVariables(variablesOf(request));
  const row = await rooms.database.write((tx) =>
    newBuild(tx, rooms, {
      place: { account, region },
      projectName: request.projectName,
      token: { token: `pipeline/${request.clientToken}`, input: '', expires: undefined },
      wake: request.wake,
      facts: (project) => pipelineFacts(project, request),
    }),
  );
  return row.id;
}

function pipelineBuild(row: BuildRow, links: ConsoleLinks): PipelineBuild {
  const progress = progressOf(row);
  const place = logPlace(row, factsOf(row).logsConfig);
  return {
    id: row.id,
    status: row.status,
    failure: failureOf(row),
    exportedVariables: Object.fromEntries(progress.exportedVariables.map(({ name, value }) => [name, value])),
    logStreamArn: progress.logged && place !== undefined ? logStreamArn(row, place) : undefined,
    url: links.build(row.id),
  };
}

/** The first phase that went wrong. */
function failureOf(row: BuildRow): PipelineBuild['failure'] {
  if (row.status === 'IN_PROGRESS' || row.status === 'SUCCEEDED') return undefined;
  const phase = progressOf(row).phases.find(({ status }) => status !== undefined && status !== 'SUCCEEDED');
  const [context] = phase?.contexts ?? [];
  if (phase === undefined || context === undefined) return undefined;
  return { phase: phase.type, code: context.statusCode, message: context.message };
}

async function stop(rooms: CodeBuildRooms, place: ProjectPlace, id: string): Promise<void> {
  await rooms.database.write(async (tx) => {
    if ((await findPlacedBuild(tx, place, id)) === undefined) return;
    const row = await lockBuild(tx, id);
    if (row !== undefined && row.ended === null) await stopBuild(tx, rooms, row);
  });
}
