import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findHierarchies, type Hierarchy } from './hierarchies.ts';
import { killProcess } from './leftovers.ts';

/**
 * Control groups of one build, wherever the server may make them: they hold its limits, and know its processes whatever
 * these do. Version 1 needs root; version 2 root or a delegated group. Where none can be made, none is made.
 */
export interface Cgroup {
  /** Directories, to be remembered for `removeCgroups` after a crash. */
  readonly directories: readonly string[];
  /** Files a process enters the groups by. */
  readonly entrances: readonly string[];
  /** The limits the kernel took. */
  readonly held: Limits;
}

export interface Limits {
  readonly memoryMiB?: number;
  readonly cpus?: number;
  readonly pids?: number;
}

interface Setting {
  readonly limit: keyof Limits;
  readonly files: readonly (readonly [file: string, value: string])[];
}

const PERIOD_US = 100_000;

export async function makeCgroup(name: string, limits: Required<Limits>): Promise<Cgroup> {
  const made: { directory: string; held: Limits }[] = [];
  for (const hierarchy of await findHierarchies()) {
    const settings = settingsOf(hierarchy, limits);
    const directory = join(hierarchy.directory, name);
    if (settings.length > 0 && (await makeGroup(hierarchy, directory)))
      made.push({ directory, held: await applySettings(directory, settings, limits) });
  }
  return {
    directories: made.map(({ directory }) => directory),
    entrances: made.map(({ directory }) => join(directory, 'cgroup.procs')),
    held: Object.assign({}, ...made.map(({ held }) => held)),
  };
}

/** Kills everything in the groups, and removes them. Groups that are not there are no error. */
export async function removeCgroups(directories: readonly string[]): Promise<void> {
  for (const directory of directories) {
    for (let round = 0; round < 200 && !(await removeGroup(directory)); round++) {
      await killGroup(directory);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** Kills everything in the groups and leaves them. */
export async function killCgroups(directories: readonly string[]): Promise<void> {
  await Promise.all(directories.map(killGroup));
}

/** The files that set the limits: those of version 2, or those of the controllers of a version 1 hierarchy. */
function settingsOf(hierarchy: Hierarchy, limits: Required<Limits>): readonly Setting[] {
  const bytes = String(limits.memoryMiB * 1024 * 1024);
  const quota = String(Math.round(limits.cpus * PERIOD_US));
  const pids: Setting = { limit: 'pids', files: [['pids.max', String(limits.pids)]] };
  const cpuV1: Setting['files'] = [
    ['cpu.cfs_period_us', String(PERIOD_US)],
    ['cpu.cfs_quota_us', quota],
  ];
  const version1: Readonly<Record<string, Setting>> = {
    memory: { limit: 'memoryMiB', files: [['memory.limit_in_bytes', bytes]] },
    cpu: { limit: 'cpus', files: cpuV1 },
    pids,
  };
  const version2: readonly Setting[] = [
    { limit: 'memoryMiB', files: [['memory.max', bytes]] },
    { limit: 'cpus', files: [['cpu.max', `${quota} ${PERIOD_US}`]] },
    pids,
  ];
  return isVersion2(hierarchy) ? version2 : hierarchy.controllers.flatMap((controller) => version1[controller] ?? []);
}

function isVersion2(hierarchy: Hierarchy): boolean {
  return hierarchy.controllers.length === 0;
}

async function makeGroup(hierarchy: Hierarchy, directory: string): Promise<boolean> {
  if (isVersion2(hierarchy))
    await writeFile(join(hierarchy.directory, 'cgroup.subtree_control'), '+memory +cpu +pids').catch(() => undefined);
  return succeeds(mkdir(directory, { recursive: true }));
}

async function applySettings(
  directory: string,
  settings: readonly Setting[],
  limits: Required<Limits>,
): Promise<Limits> {
  const held: [keyof Limits, number][] = [];
  for (const { limit, files } of settings) {
    const written = await succeeds(writeAll(directory, files));
    if (written) held.push([limit, limits[limit]]);
  }
  return Object.fromEntries(held);
}

async function writeAll(directory: string, files: Setting['files']): Promise<void> {
  for (const [file, value] of files) await writeFile(join(directory, file), value, { flag: 'r+' });
}

async function killGroup(directory: string): Promise<void> {
  if (await succeeds(writeFile(join(directory, 'cgroup.kill'), '1', { flag: 'r+' }))) return;
  const members = await readFile(join(directory, 'cgroup.procs'), 'utf8').catch(() => '');
  for (const pid of members.split('\n').filter(Boolean)) killProcess(Number(pid));
}

/** False while something in it has not quite ended. */
async function removeGroup(directory: string): Promise<boolean> {
  return rmdir(directory).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
}

async function succeeds(act: Promise<unknown>): Promise<boolean> {
  return act.then(
    () => true,
    () => false,
  );
}
