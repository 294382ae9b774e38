import { readdir, readFile } from 'node:fs/promises';
import { RunnerError } from './runner.ts';

/**
 * Finding the processes of a build without a namespace or a cgroup: every command carries MARKER in its environment, which
 * children inherit even when they leave the process group by setsid. Linux shows the environment in /proc/<pid>/environ.
 *
 * Gaps: a process that cleared its own environment AND left its group AND whose parent is gone is not found this way (a
 * writable cgroup v2 finds it all the same). Elsewhere than on Linux nothing is found: process groups are all there is.
 */
export const MARKER = 'VELOCIUS_BUILD_ID';

/** The value of MARKER: the server is part of it, since several may share a machine. */
export function markerOf(server: string, build: string): string {
  return `${server}/${build}`;
}

/** Kills every process that `owned` recognises by its marker, and what these started meanwhile. */
export async function killMarked(owned: (marker: string) => boolean): Promise<void> {
  for (let round = 0; round < 100; round++) {
    const pids = await markedProcesses(owned);
    if (pids.length === 0) return;
    for (const pid of pids) killProcess(pid);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new RunnerError('PROCESSES_SURVIVE', 'Processes of a build start new ones faster than they can be killed.');
}

/** Kills a process, or with a negative number a group; it may be gone already. */
export function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone, or not ours.
  }
}

async function markedProcesses(owned: (marker: string) => boolean): Promise<readonly number[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
  const marked = await Promise.all(pids.map(async (pid) => owned(await readMarker(pid))));
  return pids.filter((pid, index) => marked[index] && pid !== process.pid);
}

/** Empty for a process without one, a dead one, or one that is not ours to read. */
async function readMarker(pid: number): Promise<string> {
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
  const entry = environment.split('\0').find((variable) => variable.startsWith(`${MARKER}=`));
  return entry?.slice(MARKER.length + 1) ?? '';
}

/** Whether the process, or with a negative number the group, is there. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
