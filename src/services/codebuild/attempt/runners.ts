import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseRunner } from '../../../runners/choose-runner.ts';
import { removeTree } from '../../../runners/records.ts';
import type { Runner } from '../../../runners/runner.ts';
import { runningBuilds } from '../../../store/codebuild/builds.ts';
import { uuidOf } from '../names.ts';
import type { CodeBuildRooms } from '../rooms.ts';

/** Where directories of builds are, and what runners keep for themselves. */
export interface BuildPlaces {
  readonly builds: string;
  /** The runner, chosen at the first build and kept; a failed choice is made again at the next build. */
  runner(): Promise<Runner>;
}

export function openPlaces(rooms: CodeBuildRooms): BuildPlaces {
  const builds = join(rooms.directory, 'work');
  let chosen: Promise<Runner> | undefined;
  return {
    builds,
    runner: () => {
      chosen ??= choose(rooms, builds).catch((error: unknown) => {
        chosen = undefined;
        throw error;
      });
      return chosen;
    },
  };
}

async function choose(rooms: CodeBuildRooms, builds: string): Promise<Runner> {
  const own = join(rooms.directory, 'runner');
  await mkdir(own, { recursive: true });
  await mkdir(builds, { recursive: true });
  const runner = await chooseRunner(rooms.runner, own, rooms.runnerOptions);
  const running = await rooms.database.read((reader) => runningBuilds(reader));
  const keep = new Set(running.map(uuidOf));
  await runner.sweep(keep);
  for (const name of await readdir(builds)) if (!keep.has(name)) await removeTree(join(builds, name));
  return runner;
}
