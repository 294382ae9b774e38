import { GitError } from '../../../git/run-git.ts';
import { gitText, runGit } from './git.ts';

export interface TreeEntry {
  /** `100644`, `100755`, `120000`, `160000` or `040000`. */
  readonly mode: string;
  readonly id: string;
  /** Bytes; 0 for what is not a file. */
  readonly size: number;
  readonly path: string;
}

/** One level of a tree. */
export function listTree(directory: string, tree: string): Promise<TreeEntry[]> {
  return lsTree(directory, ['-z', '-l', tree]);
}

/** All files and submodules of a tree. */
export function listFiles(directory: string, tree: string): Promise<TreeEntry[]> {
  return lsTree(directory, ['-z', '-l', '-r', tree]);
}

/** The entry at a path; undefined when there is none. */
export async function findEntry(directory: string, tree: string, path: string): Promise<TreeEntry | undefined> {
  return (await lsTree(directory, ['-z', '-l', tree, '--', path])).find((entry) => entry.path === path);
}

async function lsTree(directory: string, parameters: readonly string[]): Promise<TreeEntry[]> {
  const text = await gitText(directory, ['ls-tree', ...parameters]);
  return text
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const tab = line.indexOf('\t');
      const [mode = '', , id = '', size = '0'] = line.slice(0, tab).split(/ +/);
      return { mode, id, size: size === '-' ? 0 : Number(size), path: line.slice(tab + 1) };
    });
}

/** Bytes; undefined when there is no such blob. */
export async function sizeOfBlob(directory: string, id: string): Promise<number | undefined> {
  const text = await gitText(directory, ['cat-file', '--batch-check=%(objecttype) %(objectsize)'], {
    input: `${id}\n`,
  });
  const [type, size] = text.trim().split(' ');
  return type === 'blob' ? Number(size) : undefined;
}

/** Undefined when there is no such blob. */
export async function readBlob(directory: string, id: string): Promise<Buffer | undefined> {
  try {
    return await runGit(directory, ['cat-file', 'blob', id]);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

const SUBMODULE = '160000';

/** A commit of another repository in the place of a folder. */
export function isSubmodule({ mode }: TreeEntry): boolean {
  return mode === SUBMODULE;
}

export type FileMode = 'NORMAL' | 'EXECUTABLE' | 'SYMLINK';

const MODES: Readonly<Record<FileMode, string>> = { NORMAL: '100644', EXECUTABLE: '100755', SYMLINK: '120000' };

export function gitMode(mode: FileMode): string {
  return MODES[mode];
}

export function fileMode(mode: string): FileMode {
  if (mode === MODES.EXECUTABLE) return 'EXECUTABLE';
  return mode === MODES.SYMLINK ? 'SYMLINK' : 'NORMAL';
}
