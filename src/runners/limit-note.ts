import type { Limits } from './cgroup.ts';

/** One line of the build log: which limits are in force, and which are not. */
export function limitNote(held: Limits, instead = ''): string {
  const asked = [
    ['memory', held.memoryMiB, `${held.memoryMiB} MiB`],
    ['processors', held.cpus, `${held.cpus}`],
    ['processes', held.pids, `${held.pids}`],
  ] as const;
  const inForce = asked.filter(([, value]) => value !== undefined).map(([name, , text]) => `${name} ${text}`);
  const missing = asked.filter(([, value]) => value === undefined).map(([name]) => name);
  const first = inForce.length === 0 ? 'Limits in force: none.' : `Limits in force: ${inForce.join(', ')}.`;
  const second = missing.length === 0 ? '' : ` Not limited as a whole: ${missing.join(', ')}.`;
  return `${first}${second}${missing.length === 0 || instead === '' ? '' : ` ${instead}`}`;
}
