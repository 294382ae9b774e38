import {
  directoryNameConflictsWithFileName,
  fileNameConflictsWithDirectoryName,
  filePathConflictsWithSubmodulePath,
} from '../errors.ts';
import { isSubmodule, type TreeEntry } from '../git/objects.ts';

/** A new file must not stand where a folder or a submodule is, nor a folder of its path where a file or a submodule is. */
export function checkPlace(path: string, entries: readonly TreeEntry[]): void {
  const folders = new Set(foldersOf(path));
  for (const entry of entries) {
    const above = folders.has(entry.path);
    if (isSubmodule(entry) && (above || entry.path === path)) throw filePathConflictsWithSubmodulePath(path);
    if (above) throw directoryNameConflictsWithFileName(path);
    if (entry.path.startsWith(`${path}/`)) throw fileNameConflictsWithDirectoryName(path);
  }
}

/** `a/b/c` -> `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
