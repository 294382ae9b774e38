import { readdirSync, readFileSync } from 'node:fs';

/** `/proc` counts in hundredths of a second, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** CPU seconds, user and system, of a process and all its threads so far; undefined where there is no /proc. */
export function cpuSeconds(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields === undefined ? undefined : ticks(fields, USER, SYSTEM) / TICKS_PER_SECOND;
}

/** The same of a process, its children, and those of its children that have ended. */
export function cpuSecondsOfFamily(pid: number): number | undefined {
  const parent = statOf(pid);
  if (parent === undefined) return undefined;
  const children = childrenOf(pid).map((child) => cpuSeconds(child) ?? 0);
  const own = ticks(parent, USER, SYSTEM, USER_OF_ENDED, SYSTEM_OF_ENDED) / TICKS_PER_SECOND;
  return children.reduce((sum, seconds) => sum + seconds, own);
}

/** The process that started a process. */
export function parentOf(pid: number): number | undefined {
  const parent = statOf(pid)?.[PARENT];
  return parent === undefined ? undefined : Number(parent);
}

/** Places in /proc/PID/stat after the name of the process, which may hold anything. */
const PARENT = 1;
const USER = 11;
const SYSTEM = 12;
const USER_OF_ENDED = 13;
const SYSTEM_OF_ENDED = 14;

function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ticks(fields: readonly string[], ...places: readonly number[]): number {
  return places.reduce((sum, place) => sum + Number(fields[place]), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
}
