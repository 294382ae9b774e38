import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type Docker from 'dockerode';
import { create, extract, type ReadEntry } from 'tar';
import { removeTree } from '../records.ts';

/** Puts what is below the host directory into the container at `inside`, owned by root there. */
export async function putDirectory(container: Docker.Container, directory: string, inside: string): Promise<void> {
  const archive = new PassThrough();
  const pack = create({ cwd: directory, portable: true, prefix: inside.slice(1) }, ['.']);
  pack.on('error', (error) => archive.destroy(error instanceof Error ? error : new Error(String(error))));
  pack.pipe(archive);
  await container.putArchive(archive, { path: '/' });
}

/**
 * Makes the host directory hold what the container has at `inside`, owned by us. What a build made is not trusted: devices
 * and links that lead outside are left out, set-user-id bits are taken off, nothing is written through a link.
 */
export async function takeDirectory(container: Docker.Container, inside: string, directory: string): Promise<void> {
  const archive = await container.getArchive({ path: inside });
  for (const name of await readdir(directory)) await removeTree(join(directory, name));
  await pipeline(
    archive,
    extract({
      cwd: directory,
      strip: 1,
      preserveOwner: false,
      filter: (path, entry) => 'type' in entry && isSafe(path, entry),
      onReadEntry: (entry) => {
        entry.mode = (entry.mode ?? 0o644) & 0o777;
      },
    }),
  );
}

const FILES: readonly string[] = ['File', 'OldFile', 'ContiguousFile', 'Directory', 'Link'];

function isSafe(path: string, entry: ReadEntry): boolean {
  if (entry.type === 'SymbolicLink') return staysInside(path, entry.linkpath ?? '');
  return FILES.includes(entry.type);
}

/**
 * Whether a symbolic link stays below the first directory of its path: it is relative, goes up only at its beginning (later,
 * `..` would follow other links), and not further than it is deep.
 */
export function staysInside(path: string, target: string): boolean {
  if (posix.isAbsolute(target)) return false;
  const depth = path.split('/').filter((part) => part !== '' && part !== '.').length - 2;
  const parts = target.split('/').filter((part) => part !== '' && part !== '.');
  const up = parts.findIndex((part) => part !== '..');
  const ups = up === -1 ? parts.length : up;
  return ups <= depth && !parts.slice(ups).includes('..');
}
