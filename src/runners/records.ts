import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomIds } from '../kernel/ids.ts';
import { RunnerError } from './runner.ts';

const execute = promisify(execFile);

/** What a runner keeps on disk: a directory per build that is open, so that a server started again finds what a killed one left. */
export interface Records {
  /** Names the server that owns the builds: several may share one machine or engine. */
  readonly server: string;
  /** A fresh directory for the build, which others may pass through but not list. */
  create(build: string): Promise<string>;
  path(build: string): string;
  list(): Promise<readonly string[]>;
  remove(build: string): Promise<void>;
}

export async function openRecords(directory: string, runner: string): Promise<Records> {
  const place = join(directory, runner);
  await mkdir(place, { recursive: true });
  const path = (build: string) => join(place, checkedName(build));
  const remove = (build: string) => removeTree(path(build));
  return {
    server: await serverName(join(directory, 'server')),
    path,
    remove,
    create: async (build) => {
      await remove(build);
      await mkdir(path(build), { mode: 0o711 });
      return path(build);
    },
    list: () => readdir(place),
  };
}

/** Removes a tree even where a build made directories read-only, as Go's module cache does. */
export async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  } catch {
    await execute('chmod', ['-R', 'u+rwx', '--', path]);
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }
}

async function serverName(file: string): Promise<string> {
  await writeFile(file, randomIds.uuid(), { flag: 'wx' }).catch(refuseUnlessThere);
  return (await readFile(file, 'utf8')).trim();
}

function refuseUnlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

function checkedName(build: string): string {
  if (!/^\w[\w.-]*$/.test(build)) throw new RunnerError('INVALID_BUILD_ID', `${build} cannot be the id of a build.`);
  return build;
}
