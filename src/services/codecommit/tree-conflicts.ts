import { directoryNameConflictsWithFileName, fileNameConflictsWithDirectoryName } from './errors.ts';

/** A new file must not stand where a folder is, nor a folder of its path where a file is. */
export function checkPlace(path: string, files: ReadonlySet<string>): void {
  const folders = foldersOf(path);
  if (folders.some((folder) => files.has(folder))) throw directoryNameConflictsWithFileName(path);
  for (const file of files) if (file.startsWith(`${path}/`)) throw fileNameConflictsWithDirectoryName(path);
}

/** `a/b/c` -> `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
