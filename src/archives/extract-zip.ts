import { createWriteStream } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ArchiveError, unreadable } from './archive-error.ts';
import { entryPath, linkStays } from './entry-path.ts';

export interface ExtractLimits {
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly entries: number;
}

const LIMITS: ExtractLimits = { bytes: 10 * 1024 ** 3, entries: 200_000 };
const MAX_LINK = 4096;

const FILE_TYPE = 0o170000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const SYMLINK = 0o120000;

/**
 * Unpacks a zip nobody vouches for into an empty directory: entries that would leave it, links that point out of it, devices and
 * more bytes than the limits allow are refused with an ArchiveError.
 */
export async function extractZip(file: string, directory: string, limits: ExtractLimits = LIMITS): Promise<void> {
  const zip = await openZip(file);
  const extraction: Extraction = { zip, root: resolve(directory), limits, links: [], bytes: 0, entries: 0 };
  try {
    for await (const entry of zip.eachEntry()) await extractEntry(extraction, entry).catch(impossible(entry.fileName));
    // Links come last: nothing is ever written through one.
    refuseLinkBehindLink(extraction);
    for (const { path, target } of extraction.links)
      await symlink(target, path).catch(impossible(relative(extraction.root, path)));
  } catch (error) {
    throw isOurs(error) ? error : unreadable(error);
  } finally {
    zip.close();
  }
}

/** A link behind a link would stand elsewhere than where its target was judged from. */
function refuseLinkBehindLink({ root, links }: Extraction): void {
  const paths = new Set(links.map(({ path }) => path));
  for (const { path } of links) {
    for (let parent = dirname(path); parent.length > root.length; parent = dirname(parent)) {
      if (paths.has(parent)) throw new ArchiveError(`The link ${path} lies behind the link ${parent}`);
    }
  }
}

interface Extraction {
  readonly zip: ZipFile;
  readonly root: string;
  readonly limits: ExtractLimits;
  readonly links: { readonly path: string; readonly target: string }[];
  bytes: number;
  entries: number;
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw isOurs(error) ? error : unreadable(error);
  }
}

async function extractEntry(extraction: Extraction, entry: Entry): Promise<void> {
  extraction.entries += 1;
  if (extraction.entries > extraction.limits.entries) {
    throw new ArchiveError(`The archive has more than ${extraction.limits.entries} entries`);
  }
  const path = entryPath(extraction.root, entry.fileName);
  const mode = entry.externalFileAttributes >>> 16;
  const type = mode & FILE_TYPE;
  if (entry.fileName.endsWith('/') || type === DIRECTORY) await mkdir(path, { recursive: true });
  else if (type === SYMLINK) extraction.links.push({ path, target: await readLink(extraction, entry, path) });
  else if (type === REGULAR || type === 0) await writeFile(extraction, entry, path, mode & 0o777);
  else
    throw new ArchiveError(
      `The archive entry ${JSON.stringify(entry.fileName)} is neither a file, a directory nor a link`,
    );
}

async function writeFile(extraction: Extraction, entry: Entry, path: string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const content = await extraction.zip.openReadStreamPromise(entry);
  // No link is there yet. Of entries with one name the last counts, as for unzip and Java.
  await pipeline(content, counted(extraction), createWriteStream(path, { mode: 0o644 }));
  if (mode !== 0) await chmod(path, mode | 0o600);
}

/** What the archive says of its sizes is not believed: the bytes that come out are counted. */
function counted(extraction: Extraction): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      extraction.bytes += chunk.length;
      if (extraction.bytes > extraction.limits.bytes) {
        callback(new ArchiveError(`The archive holds more than ${extraction.limits.bytes} bytes`));
      } else callback(null, chunk);
    },
  });
}

async function readLink({ zip, root }: Extraction, entry: Entry, path: string): Promise<string> {
  const name = JSON.stringify(entry.fileName);
  if (entry.uncompressedSize > MAX_LINK) throw new ArchiveError(`The link ${name} is too long`);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  const target = Buffer.concat(chunks).toString('utf8');
  if (!linkStays(root, path, target)) throw new ArchiveError(`The link ${name} points out of the directory`);
  await mkdir(dirname(path), { recursive: true });
  return target;
}

/** What no file system could hold, however often it is tried. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'another entry has its name',
  EISDIR: 'a directory has its name',
  ENOTDIR: 'a file has the name of its directory',
};
const MAX_TOLD_NAME = 100;

function impossible(name: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    const reason = IMPOSSIBLE[error.code ?? ''];
    if (reason === undefined) throw error;
    const told = name.length > MAX_TOLD_NAME ? `${name.slice(0, MAX_TOLD_NAME)}...` : name;
    throw new ArchiveError(`The archive entry ${JSON.stringify(told)} cannot be unpacked: ${reason}`, { cause: error });
  };
}

/** Our own refusals and the machine's faults are passed on as they are; everything else is the archive's fault. */
function isOurs(error: unknown): boolean {
  return error instanceof ArchiveError || (error instanceof Error && 'errno' in error);
}
