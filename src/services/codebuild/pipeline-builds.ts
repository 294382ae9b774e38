import { type ConsoleLinks, consoleLinks } from '../../kernel/console-links.ts';
import type { PipelineBuild, PipelineBuildRequest, PipelineBuilds } from '../../ports/builds.ts';
import { type BuildRow, lockBuild } from '../../store/builds.ts';
import type { ProjectPlace, ProjectRow } from '../../store/projects.ts';
import { locationArn } from './artifact-location.ts';
import { type BuildFacts, factsOf, progressOf } from './build-facts.ts';
import { checkVariables } from './check-project.ts';
import { checkRole } from './check-role.ts';
import { startCommands } from './commands-build.ts';
import { findPlacedBuild } from './find.ts';
import { stopBuild } from './journal.ts';
import { logPlace, logStreamArn } from './log-place.ts';
import { mergedVariables } from './merged-facts.ts';
import { newBuild } from './new-build.ts';
import { completedEnvironment, settingsOf } from './project-settings.ts';
import type { CodeBuildRooms } from './rooms.ts';
import type { EnvironmentVariables } from './shapes.ts';

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

/** The project's settings, with the pipeline's sources and artifacts, whatever the project's own are. */
function pipelineFacts(project: ProjectRow, request: PipelineBuildRequest): BuildFacts {
  const settings = settingsOf(project);
  checkRole(settings.serviceRole, project.account);
  const { inputs, outputs, primarySource, resolvedSourceVersion } = request;
  const primary = inputs.find(({ name }) => name === primarySource) ?? inputs[0];
  const variables = mergedVariables(settings.environment.environmentVariables ?? [], variablesOf(request));
  return {
    source: { type: 'CODEPIPELINE', buildspec: request.buildspecOverride ?? settings.source.buildspec },
    sourceVersion: primary && locationArn(primary),
    secondarySources: [],
    secondarySourceVersions: [],
    artifacts: { type: 'CODEPIPELINE' },
    secondaryArtifacts: [],
    cache: settings.cache ?? { type: 'NO_CACHE' },
    environment: completedEnvironment({ ...settings.environment, environmentVariables: variables }),
    serviceRole: settings.serviceRole,
    logsConfig: settings.logsConfig,
    timeoutInMinutes: settings.timeoutInMinutes,
    queuedTimeoutInMinutes: settings.queuedTimeoutInMinutes,
    encryptionKey: settings.encryptionKey,
    initiator: request.initiator,
    vpcConfig: settings.vpcConfig,
    fileSystemLocations: settings.fileSystemLocations,
    pipeline: { inputs, outputs, primarySource, resolvedSourceVersion },
  };
}

function variablesOf({ environmentVariables }: PipelineBuildRequest): EnvironmentVariables {
  return environmentVariables.map(({ name, value, type }) => ({ name, value, type: typeOf(type) }));
}

function typeOf(type: string | undefined): 'PLAINTEXT' | 'PARAMETER_STORE' | 'SECRETS_MANAGER' {
  return type === 'PARAMETER_STORE' || type === 'SECRETS_MANAGER' ? type : 'PLAINTEXT';
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
