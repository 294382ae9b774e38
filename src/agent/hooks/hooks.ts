import { access, chmod, constants, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';
import { type AppSpec, readAppSpec, type Script } from '../appspec/appspec.ts';
import { ERROR_CODES, EventFailure } from '../event-failure.ts';
import { archiveOf, type Places, scriptLogOf } from '../places.ts';
import type { Specification } from '../specification.ts';
import { runScript } from './run-script.ts';
import { ScriptLog } from './script-log.ts';

/** Which revision's scripts an event runs. */
type Source = 'new' | 'last successful' | 'most recent';

const SOURCES: Readonly<Record<string, Source>> = {
  BeforeBlockTraffic: 'last successful',
  AfterBlockTraffic: 'last successful',
  ApplicationStop: 'last successful',
  BeforeInstall: 'new',
  AfterInstall: 'new',
  ApplicationStart: 'new',
  ValidateService: 'new',
  BeforeAllowTraffic: 'new',
  AfterAllowTraffic: 'new',
};

/** Going back from a blue/green deployment takes traffic away from the new revision and gives it to the old one. */
const BLUE_GREEN_ROLLBACK: Readonly<Record<string, Source>> = {
  BeforeBlockTraffic: 'most recent',
  AfterBlockTraffic: 'most recent',
  BeforeAllowTraffic: 'last successful',
  AfterAllowTraffic: 'last successful',
};

export const HOOK_EVENTS: ReadonlySet<string> = new Set(Object.keys(SOURCES));

/** An event with scripts, of a deployment. */
export interface HookEvent {
  readonly event: string;
  readonly specification: Specification;
  readonly places: Places;
}

export interface HookSurroundings {
  /** What scripts inherit; without the keys of the agent. */
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly clock: Clock;
}

/** The scripts of an event and the revision they belong to; undefined when there is no such revision (the group's first deployment). */
export async function scriptsOf(hook: HookEvent): Promise<{ archive: string; scripts: readonly Script[] } | undefined> {
  const deployment = await applicableDeployment(hook);
  if (deployment === undefined) return undefined;
  const archive = archiveOf(deployment);
  const appSpec = await loadAppSpec(archive, [hook.specification.appSpecFilename]);
  return { archive, scripts: appSpec.hooks.get(hook.event) ?? [] };
}

/** Runs the scripts of an event in order, until one fails. */
export async function runHooks(hook: HookEvent, surroundings: HookSurroundings): Promise<void> {
  const found = await scriptsOf(hook);
  if (found === undefined || found.scripts.length === 0) return;
  const log = new ScriptLog(scriptLogOf(hook.places.deployment(hook.specification)), surroundings.clock);
  try {
    log.add(`LifecycleEvent - ${hook.event}`);
    const environment = { ...surroundings.environment, ...variables(hook) };
    for (const script of found.scripts) {
      const path = await makeRunnable(found.archive, script, log);
      await runScript({ script, path, environment, directory: surroundings.directory, log });
    }
  } finally {
    log.close();
  }
}

/** The application specification of an unpacked revision, in the first of the files that is there. */
export async function loadAppSpec(archive: string, names: readonly string[]): Promise<AppSpec> {
  for (const name of names) {
    const text = await readFile(join(archive, name), 'utf8').catch(undefinedIfMissing);
    if (text !== undefined) return readAppSpec(text);
  }
  throw new Error(
    `The CodeDeploy agent did not find an AppSpec file within the unpacked revision directory at revision-relative path "${names[0]}". ` +
      `The revision was unpacked to directory "${archive}", and the AppSpec file was expected but not found at path ` +
      `"${join(archive, names[0] ?? '')}". Consult the AWS CodeDeploy Appspec documentation for more information at ` +
      'http://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file.html',
  );
}

/** The directory that a marker file names; undefined when there is none yet. */
export async function readMarker(file: string): Promise<string | undefined> {
  return (await readFile(file, 'utf8').catch(undefinedIfMissing))?.trim();
}

/** Once the new revision is there its scripts are used for every event, as AWS's agent does. */
async function applicableDeployment({ event, specification, places }: HookEvent): Promise<string | undefined> {
  const own = places.deployment(specification);
  const group = specification.deploymentGroupId;
  const source = sourceOf(event, specification);
  if (source === 'new' || (await exists(archiveOf(own)))) return own;
  return readMarker(source === 'most recent' ? places.mostRecent(group) : places.lastSuccessful(group));
}

function sourceOf(event: string, { creator, deploymentType }: Specification): Source {
  const goesBack = creator === 'codeDeployRollback' && deploymentType === 'BLUE_GREEN';
  return (goesBack ? BLUE_GREEN_ROLLBACK[event] : undefined) ?? SOURCES[event] ?? 'new';
}

/** Those of the new deployment, also for scripts of an older revision. */
function variables({ event, specification }: HookEvent): Record<string, string> {
  const { revision } = specification;
  return {
    LIFECYCLE_EVENT: event,
    DEPLOYMENT_ID: specification.deploymentId,
    APPLICATION_NAME: specification.applicationName,
    DEPLOYMENT_GROUP_NAME: specification.deploymentGroupName,
    DEPLOYMENT_GROUP_ID: specification.deploymentGroupId,
    ...(revision.type === 'S3' && {
      BUNDLE_BUCKET: revision.bucket,
      BUNDLE_KEY: revision.key,
      ...(revision.version !== undefined && { BUNDLE_VERSION: revision.version }),
      ...(revision.etag !== undefined && { BUNDLE_ETAG: revision.etag }),
    }),
  };
}

async function makeRunnable(archive: string, { location }: Script, log: ScriptLog): Promise<string> {
  const path = join(archive, location);
  const about = { script: location, log: log.tail };
  const real = await realpath(path).catch(undefinedIfMissing);
  if (real === undefined || !(await stat(real)).isFile()) {
    const words = `Script does not exist at specified location: ${path}`;
    throw new EventFailure(ERROR_CODES.scriptMissing, words, about);
  }
  if (!real.startsWith(`${await realpath(archive)}${sep}`)) {
    const words = `Script at specified location: ${location} leads out of the revision, to ${real}`;
    throw new EventFailure(ERROR_CODES.scriptMissing, words, about);
  }
  if (await exists(path, constants.X_OK)) return path;
  await chmod(path, ((await stat(path)).mode & 0o777) | 0o111).catch(() => {
    const words = `Unable to set script at specified location: ${location} as executable`;
    throw new EventFailure(ERROR_CODES.scriptNotExecutable, words, about);
  });
  return path;
}

async function exists(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function undefinedIfMissing(error: unknown): undefined {
  const missing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  if (!missing) throw error;
}
