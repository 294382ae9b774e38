import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cgroup, killCgroups, makeCgroup, removeCgroups } from './cgroup.ts';
import { killMarked, markerOf } from './leftovers.ts';
import type { Records } from './records.ts';
import type { SandboxRequest } from './runner.ts';

/** What a build without a container has of its own on the host: a home, a place for temporary files, control groups, a marker. */
export interface BuildPlace {
  readonly directory: string;
  readonly home: string;
  readonly temporary: string;
  readonly marker: string;
  readonly cgroup: Cgroup;
  /** Kills whatever of the build runs. */
  kill(): Promise<void>;
  /** Kills, and removes all of it. */
  remove(): Promise<void>;
}

/** Makes the place after removing what a killed server left of it. */
export async function makeBuildPlace(records: Records, request: SandboxRequest): Promise<BuildPlace> {
  await clearBuildPlace(records, request.id);
  const directory = await records.create(request.id);
  const home = join(directory, 'home');
  const temporary = join(directory, 'tmp');
  await mkdir(home);
  await mkdir(temporary);
  const marker = markerOf(records.server, request.id);
  const cgroup = await makeCgroup(`velocius-${request.id}`, request);
  await writeFile(groupsFile(directory), JSON.stringify(cgroup.directories), { mode: 0o600 });
  return {
    directory,
    home,
    temporary,
    marker,
    cgroup,
    kill: async () => {
      await killCgroups(cgroup.directories);
      await killMarked((found) => found === marker);
    },
    remove: () => clearBuildPlace(records, request.id),
  };
}

/** Removes what is left of all builds of this server but those to keep. */
export async function sweepBuildPlaces(records: Records, keep: ReadonlySet<string>): Promise<void> {
  const prefix = markerOf(records.server, '');
  await killMarked((marker) => marker.startsWith(prefix) && !keep.has(marker.slice(prefix.length)));
  const builds = await records.list();
  for (const build of builds.filter((name) => !keep.has(name))) await clearBuildPlace(records, build);
}

async function clearBuildPlace(records: Records, build: string): Promise<void> {
  const marker = markerOf(records.server, build);
  const directories = await readGroups(records.path(build));
  await killCgroups(directories);
  await killMarked((found) => found === marker);
  await removeCgroups(directories);
  await records.remove(build);
}

async function readGroups(directory: string): Promise<readonly string[]> {
  const text = await readFile(groupsFile(directory), 'utf8').catch(() => '[]');
  const groups: unknown = JSON.parse(text === '' ? '[]' : text);
  return Array.isArray(groups) ? groups.map(String) : [];
}

function groupsFile(directory: string): string {
  return join(directory, 'cgroups.json');
}
