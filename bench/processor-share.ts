import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Short against what a server waits for, so that it is slow rather than halting. */
const PERIOD_MICROSECONDS = 10_000;

/** Where Linux keeps the groups that limit processor time, of both its versions, and how a limit is written there. */
const HIERARCHIES = [
  {
    root: '/sys/fs/cgroup',
    limit: 'cpu.max',
    settings: (quota: number) => ({ 'cpu.max': `${quota} ${PERIOD_MICROSECONDS}` }),
  },
  {
    root: '/sys/fs/cgroup/cpu',
    limit: 'cpu.cfs_quota_us',
    settings: (quota: number) => ({
      'cpu.cfs_period_us': String(PERIOD_MICROSECONDS),
      'cpu.cfs_quota_us': String(quota),
    }),
  },
];

/** A group of processes that get no more than so much of one processor, as if they had a small machine of their own. */
export class ProcessorShare {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** Nothing where this user may make no such group: it takes Linux, and root. */
  static of(share: number, name: string): ProcessorShare | undefined {
    const quota = Math.round(share * PERIOD_MICROSECONDS);
    for (const { root, limit, settings } of HIERARCHIES) {
      const directory = join(root, name);
      try {
        mkdirSync(directory);
      } catch {
        continue;
      }
      if (existsSync(join(directory, limit))) {
        for (const [file, value] of Object.entries(settings(quota))) writeFileSync(join(directory, file), value);
        return new ProcessorShare(directory);
      }
      rmdirSync(directory);
    }
    return undefined;
  }

  hold(pid: number): void {
    writeFileSync(join(this.#directory, 'cgroup.procs'), String(pid));
  }

  /** Once its processes have ended. */
  remove(): void {
    rmdirSync(this.#directory);
  }
}
