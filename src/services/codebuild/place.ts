import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeTree } from '../../runners/records.ts';

/** Directories of one build on this host. */
export interface BuildDirectories {
  readonly root: string;
  /** What the build sees and its commands may change. */
  readonly inside: string;
  /** What only the server sees: downloads and archives on their way. */
  readonly outside: string;
}

/** Fresh directories: whatever an earlier attempt left there is removed. */
export async function makeDirectories(directory: string, uuid: string): Promise<BuildDirectories> {
  const root = join(directory, uuid);
  await removeTree(root);
  const directories = { root, inside: join(root, 'inside'), outside: join(root, 'outside') };
  await mkdir(directories.inside, { recursive: true });
  await mkdir(directories.outside);
  return directories;
}
