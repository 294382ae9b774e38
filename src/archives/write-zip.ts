import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** On this machine. */
  readonly file: string;
  /** In the archive, with slashes. */
  readonly path: string;
  readonly mode: number;
  /** Target of a symbolic link, which is archived as such. */
  readonly link?: string | undefined;
}

const EPOCH = new Date('2000-01-01T00:00:00Z');

/** A zip of the files as a stream; the same files give the same bytes, whenever they were made. */
export function writeZip(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // A file that went away must not leave the reader waiting.
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { file, path, mode, link } of entries) {
    if (link === undefined) zip.addFile(file, path, { mode: 0o100000 | mode, mtime: EPOCH });
    else zip.addBuffer(Buffer.from(link), path, { mode: 0o120000 | mode, mtime: EPOCH });
  }
  zip.end();
  return output;
}

/** A zip of one text. */
export function writeTextZip(path: string, text: string): Readable {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(text), path, { mode: 0o100644, mtime: EPOCH });
  zip.end();
  return zip.outputStream as Readable;
}
