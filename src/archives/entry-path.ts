import { join, normalize, relative, sep } from 'node:path';
import { ArchiveError } from './archive-error.ts';

/** Where an entry of an archive goes below `directory`; an entry that would leave it is refused. */
export function entryPath(directory: string, name: string): string {
  const normal = normalize(name.replaceAll('\\', '/'));
  const leaves =
    normal.startsWith('/') || normal === '..' || normal.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(normal);
  if (leaves || name.includes('\0'))
    throw new ArchiveError(`The archive entry ${JSON.stringify(name)} leaves the directory`);
  return join(directory, normal);
}

/**
 * Whether a symbolic link at `path` (below `directory`) to `target` stays below the directory, whatever other links there are: it may
 * climb only from where it stands (`../../lib/x`) and then go down. `a/../..` would climb from wherever `a` leads.
 */
export function linkStays(directory: string, path: string, target: string): boolean {
  if (target === '' || target.startsWith('/') || target.includes('\0')) return false;
  const parts = target.split('/').filter((part) => part !== '' && part !== '.');
  const down = parts.findIndex((part) => part !== '..');
  const climbs = down === -1 ? parts.length : down;
  return climbs < relative(directory, path).split(sep).length && !parts.slice(climbs).includes('..');
}
