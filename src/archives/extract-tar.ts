import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { extract, Parser, type ReadEntry } from 'tar';
import { ArchiveError } from './archive-error.ts';
import { type ArchiveEntry, DEFAULT_LIMITS, Manifest } from './manifest.ts';

const KINDS: Readonly<Record<string, ArchiveEntry['kind']>> = {
  File: 'file',
  OldFile: 'file',
  ContiguousFile: 'file',
  Directory: 'directory',
  GNUDumpDir: 'directory',
  SymbolicLink: 'symbolic link',
  Link: 'hard link',
};

/**
 * Unpacks a tar file, compressed (gzip) or not, into `directory`, which is made if need be. The list is read through first: an
 * archive with an entry that would leave the directory, a special file, or more than `limits` is refused with ArchiveError before
 * anything is written. Owners are not kept, nor set-uid bits; other modes and times are.
 */
export async function extractTar(file: string, directory: string, limits = DEFAULT_LIMITS): Promise<void> {
  await inspect(file, new Manifest(limits));
  await mkdir(directory, { recursive: true });
  await extract({
    file,
    cwd: directory,
    strict: true,
    chmod: true,
    processUmask: 0,
    preserveOwner: false,
    filter: (_path, entry) => {
      if ('mode' in entry && entry.mode !== undefined) entry.mode &= 0o777;
      return true;
    },
  }).catch(refuse);
}

async function inspect(file: string, manifest: Manifest): Promise<void> {
  const parser = new Parser({ strict: true });
  let refusal: unknown;
  parser.on('entry', (entry: ReadEntry) => {
    try {
      manifest.admit(described(entry));
    } catch (error) {
      refusal ??= error;
      parser.abort(error instanceof Error ? error : new Error(String(error)));
    }
    entry.resume();
  });
  await pipeline(createReadStream(file), parser).catch((error: unknown) => refuse(refusal ?? error));
  if (refusal !== undefined) throw refusal;
  manifest.finish();
}

function described(entry: ReadEntry): ArchiveEntry {
  return {
    path: entry.path,
    kind: KINDS[entry.type] ?? 'special file',
    size: entry.size,
    target: entry.linkpath,
  };
}

function refuse(error: unknown): never {
  if (error instanceof ArchiveError) throw error;
  const words = error instanceof Error ? error.message : String(error);
  throw new ArchiveError(`The archive cannot be unpacked: ${words}`, { cause: error });
}
