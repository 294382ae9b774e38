import { join } from 'node:path';
import { parseArn } from '../../../kernel/arn.ts';
import type { TemporaryCredentials } from '../../../ports/credentials.ts';
import { RunnerError, type Sandbox } from '../../../runners/runner.ts';
import type { Buildspec } from '../buildspec/buildspec.ts';
import { readBuildspec } from '../buildspec/read-buildspec.ts';
import { uuidOf } from '../names.ts';
import { PhaseFailure } from '../phase-failure.ts';
import { type BuildDirectories, makeDirectories } from '../place.ts';
import { checkMachine, limitsOf } from '../project/compute.ts';
import { fetchSources, PRIMARY_DIRECTORY } from '../sources/fetch-sources.ts';
import type { FetchedSource } from '../sources/fetched-source.ts';
import { type FoundBuildspec, findBuildspec } from '../sources/find-buildspec.ts';
import { buildEnvironment } from './environment.ts';
import type { Performance } from './performance.ts';
import { Shell, writeScripts } from './shell.ts';
import { readStored, storedVariables } from './stored-variables.ts';

/** Keys outlive the longest build a little. */
const SPARE_SECONDS = 600;

/** What a build starts with. */
export interface Start {
  readonly sources: readonly [FetchedSource, ...FetchedSource[]];
  readonly found: FoundBuildspec;
  readonly buildspec: Buildspec;
}

export interface Ready extends Start {
  readonly directories: BuildDirectories;
  readonly sandbox: Sandbox;
  readonly shell: Shell;
}

/** A place, or why the build has nothing to start with: that is told by the next phase. */
export type Provisioned =
  | (Start & {
      readonly directories: BuildDirectories;
      readonly sandbox: Sandbox;
      readonly credentials: TemporaryCredentials;
    })
  | { readonly failure: PhaseFailure };

/**
 * PROVISIONING. A place is opened with everything the build starts with, so sources and buildspec are fetched before: their time
 * counts here, their failures belong to DOWNLOAD_SOURCE.
 */
export async function provision(performance: Performance): Promise<Provisioned> {
  const { rooms, row, facts, belongings, interruption } = performance;
  checkMachine(facts.environment);
  const runner = await rooms.places.runner();
  const directories = await makeDirectories(rooms.places.builds, uuidOf(row.id));
  belongings.directories = directories;
  const start = await fetchStart(performance, directories);
  if (start instanceof PhaseFailure) return { failure: start };
  interruption.signal.throwIfAborted();
  const credentials = await issueCredentials(performance);
  const sandbox = await runner.open({
    id: uuidOf(row.id),
    image: facts.environment.image,
    privileged: facts.environment.privilegedMode ?? false,
    directory: directories.inside,
    ...limitsOf(facts.environment),
  });
  belongings.sandbox = sandbox;
  return { ...start, directories, sandbox, credentials };
}

async function fetchStart(
  { rooms, row, facts, interruption: { signal } }: Performance,
  directories: BuildDirectories,
): Promise<Start | PhaseFailure> {
  try {
    const sources = await fetchSources({ rooms, row, facts, directories, signal });
    const source = join(directories.inside, PRIMARY_DIRECTORY);
    const found = await findBuildspec(rooms.objects, facts.source.buildspec, source);
    const buildspec = readBuildspec(found.content);
    await writeScripts(directories.inside, buildspec);
    return { sources, found, buildspec };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PhaseFailure) return error;
    throw error;
  }
}

async function issueCredentials({ rooms, row, facts, belongings, log }: Performance): Promise<TemporaryCredentials> {
  const role = parseArn(facts.serviceRole);
  const name = role?.resource.split('/').at(-1) ?? 'service-role';
  const session = `AWSCodeBuild-${uuidOf(row.id)}`;
  const credentials = await rooms.credentials.issue({
    account: row.account,
    arn: `arn:aws:sts::${row.account}:assumed-role/${name}/${session}`,
    userId: `AROA${name
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .slice(0, 17)}:${session}`,
    seconds: facts.timeoutInMinutes * 60 + SPARE_SECONDS,
  });
  belongings.credentials = credentials;
  log.hide([credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken]);
  return credentials;
}

/** DOWNLOAD_SOURCE: what was fetched is told, and the first command gets its environment. */
export async function downloadSource(performance: Performance, provisioned: Provisioned): Promise<Ready> {
  if ('failure' in provisioned) throw provisioned.failure;
  const { rooms, row, facts, log, walk, interruption } = performance;
  const { sources, buildspec, sandbox, credentials } = provisioned;
  const { directory } = sandbox;
  const stored = await readStored(performance, storedVariables(buildspec, facts));
  const environment = buildEnvironment({
    row,
    facts,
    buildspec,
    sources,
    stored,
    credentials,
    endpoint: rooms.endpoint(),
    directory,
  });
  walk.learn(() => ({ resolvedSourceVersion: sources[0].resolvedVersion }));
  tellStart(performance, provisioned, directory);
  const shell = new Shell({ sandbox, shell: buildspec.shell, log, signal: interruption.signal });
  const exitCode = await shell.begin(environment, PRIMARY_DIRECTORY);
  if (exitCode !== 0)
    throw new RunnerError('CLIENT_ERROR', `The image cannot run ${buildspec.shell}: exit status ${exitCode}`);
  return { ...provisioned, shell };
}

function tellStart({ log, facts }: Performance, start: Start & { readonly sandbox: Sandbox }, directory: string): void {
  const { location } = start.found;
  for (const note of start.sandbox.notes) log.say(note);
  for (const { identifier, directory: name } of start.sources)
    log.say(`CODEBUILD_SRC_DIR${identifier === undefined ? '' : `_${identifier}`}=${directory}/${name}`);
  log.say(
    `YAML location is ${'path' in location ? `${directory}/${PRIMARY_DIRECTORY}/${location.path}` : location.name}`,
  );
  for (const remark of [...start.buildspec.remarks, ...idleSettings(facts)]) log.say(remark);
  log.say('Processing environment variables');
  log.say(`Moving to directory ${directory}/${PRIMARY_DIRECTORY}`);
  const phases = Object.entries(start.buildspec.phases);
  log.say(`Phases found in YAML: ${phases.length}`);
  for (const [name, { commands }] of phases) log.say(` ${name}: ${commands.length} commands`);
}

/** Settings of the project that are kept, and do nothing here. */
function idleSettings({
  cache,
  vpcConfig,
  fileSystemLocations,
  logsConfig,
  source,
  environment,
}: Performance['facts']): string[] {
  const settings: readonly [string, boolean][] = [
    ['cache', cache.type !== 'NO_CACHE'],
    ['vpcConfig', vpcConfig?.vpcId !== undefined],
    ['fileSystemLocations', (fileSystemLocations ?? []).length > 0],
    ['logsConfig.s3Logs', logsConfig?.s3Logs?.status === 'ENABLED'],
    ['environment.certificate', environment.certificate !== undefined],
    ['environment.dockerServer', environment.dockerServer !== undefined],
    ['gitSubmodulesConfig', source.gitSubmodulesConfig?.fetchSubmodules === true],
    ['source.insecureSsl', source.insecureSsl === true],
    ['source.reportBuildStatus', source.reportBuildStatus === true],
  ];
  const idle = settings.flatMap(([name, set]) =>
    set ? [`${name} of the project is accepted, and has no effect on this server`] : [],
  );
  const { type } = environment;
  return type.includes('LAMBDA')
    ? [`The environment type ${type} is a Linux container on this server, not Lambda`, ...idle]
    : idle;
}
