import { join, normalize, sep } from 'node:path';
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

/** Whether a symbolic link at `path` (below `directory`) to `target` stays below the directory. */
export function linkStays(directory: string, path: string, target: string): boolean {
  if (target.startsWith('/') || target.includes('\0')) return false;
  const resolved = normalize(join(path, '..', target));
  return resolved === directory || resolved.startsWith(`${directory}${sep}`);
}
