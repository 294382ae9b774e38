import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beginChecksum, type ChecksumAlgorithm } from '../../kernel/checksum.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Content } from '../../store/s3/contents.ts';
import { entityTooLarge } from './errors.ts';

/**
 * The bytes of objects: files of random names, never of a user's. A file is written and synced before a row in the store names it,
 * and the row is gone before the file is: what a crash leaves behind is a file that no row names, for `sweep`.
 */
export interface WrittenContent extends Content {
  readonly md5: Buffer;
  /** Base64, of the algorithm asked for. */
  readonly checksum: string | undefined;
}

export interface WriteOptions {
  readonly checksum?: ChecksumAlgorithm | undefined;
  /** Bytes at most; more is EntityTooLarge. */
  readonly limit: number;
}

/** Part of the contents, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const SWEEP_BATCH = 500;

export class ContentFiles {
  readonly #directory: string;
  readonly #ids: Ids;
  /** Files that no row names yet, although they are wanted. */
  readonly #underWay = new Set<string>();

  constructor(directory: string, ids: Ids) {
    this.#directory = directory;
    this.#ids = ids;
  }

  /** Writes a file for good, hands it to `keep` (which names it in the store), and removes it when either fails. */
  async write<T>(
    body: Readable | Uint8Array,
    options: WriteOptions,
    keep: (content: WrittenContent) => Promise<T>,
  ): Promise<T> {
    const id = this.#ids.alphanumeric(32).toLowerCase();
    this.#underWay.add(id);
    try {
      return await keep(await this.#fill(id, body, options));
    } catch (error) {
      await this.remove([id]);
      throw error;
    } finally {
      this.#underWay.delete(id);
    }
  }

  /** Opens every file at once, so that one removed meanwhile is noticed before anything is answered: ENOENT. */
  async read(contents: readonly Content[], range: ByteRange): Promise<Readable> {
    const pieces = piecesOf(contents, range);
    const [only] = pieces;
    if (pieces.length === 0) return Readable.from([]);
    if (pieces.length === 1 && only !== undefined) {
      const handle = await open(this.#path(only.id));
      return handle.createReadStream({ start: only.start, end: only.end });
    }
    await Promise.all(pieces.map(({ id }) => stat(this.#path(id))));
    return Readable.from(this.#readPieces(pieces), { objectMode: false });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => rm(this.#path(id), { force: true }).catch(() => {})));
  }

  /** Removes what no row names; `known` answers which files rows do name, `olderThan` (in ms since the epoch) spares younger ones. */
  async sweep(known: (ids: readonly string[]) => Promise<ReadonlySet<string>>, olderThan: number): Promise<number> {
    let removed = 0;
    for (const shard of await readdir(this.#directory).catch(() => [])) {
      const ids = await readdir(join(this.#directory, shard));
      for (let at = 0; at < ids.length; at += SWEEP_BATCH) {
        removed += await this.#sweepBatch(ids.slice(at, at + SWEEP_BATCH), known, olderThan);
      }
    }
    return removed;
  }

  async #sweepBatch(
    ids: readonly string[],
    known: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
    olderThan: number,
  ): Promise<number> {
    // Asked before the store is: a file is under way until its row is committed.
    const idle = ids.filter((id) => !this.#underWay.has(id));
    const named = await known(idle);
    const garbage = idle.filter((id) => !named.has(id));
    const old = await Promise.all(garbage.map((id) => this.#isOlder(id, olderThan)));
    const doomed = garbage.filter((_, index) => old[index]);
    await this.remove(doomed);
    return doomed.length;
  }

  async #isOlder(id: string, time: number): Promise<boolean> {
    const facts = await stat(this.#path(id)).catch(() => undefined);
    return facts !== undefined && facts.mtimeMs < time;
  }

  async #fill(id: string, body: Readable | Uint8Array, options: WriteOptions): Promise<WrittenContent> {
    const path = this.#path(id);
    const directory = join(path, '..');
    await mkdir(directory, { recursive: true });
    const file = await open(path, 'wx');
    let written: WrittenContent;
    try {
      written = { id, ...(await fill(file, body, options)) };
      await file.sync();
    } finally {
      await file.close();
    }
    await syncDirectory(directory);
    return written;
  }

  async *#readPieces(pieces: readonly Piece[]): AsyncGenerator<Buffer> {
    for (const { id, start, end } of pieces) {
      const handle = await open(this.#path(id));
      yield* handle.createReadStream({ start, end });
    }
  }

  #path(id: string): string {
    return join(this.#directory, id.slice(0, 2), id);
  }
}

async function fill(
  file: FileHandle,
  body: Readable | Uint8Array,
  { checksum, limit }: WriteOptions,
): Promise<Omit<WrittenContent, 'id'>> {
  const md5 = createHash('md5');
  const sum = checksum === undefined ? undefined : beginChecksum(checksum);
  let size = 0;
  for await (const chunk of body instanceof Readable ? body : [body]) {
    size += chunk.length;
    if (size > limit) throw entityTooLarge(limit);
    md5.update(chunk);
    sum?.update(chunk);
    await file.writeFile(chunk);
  }
  return { size, md5: md5.digest(), checksum: sum?.digest().toString('base64') };
}

interface Piece extends ByteRange {
  readonly id: string;
}

/** The files that a range touches, with the part of each. */
function piecesOf(contents: readonly Content[], { start, end }: ByteRange): Piece[] {
  const pieces: Piece[] = [];
  let offset = 0;
  for (const { id, size } of contents) {
    const piece = { id, start: Math.max(start - offset, 0), end: Math.min(end - offset, size - 1) };
    if (piece.start <= piece.end) pieces.push(piece);
    offset += size;
  }
  return pieces;
}

/** A new name is on the disk only when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
