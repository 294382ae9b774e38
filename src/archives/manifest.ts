import { ArchiveError } from './archive-error.ts';
import { linkStays } from './entry-path.ts';

/** What an archive may hold at most when it is unpacked. */
export interface ExtractLimits {
  readonly bytes: number;
  readonly entries: number;
}

export const DEFAULT_LIMITS: ExtractLimits = { bytes: 10 * 1024 ** 3, entries: 200_000 };

export interface ArchiveEntry {
  /** As written in the archive, parts separated by `/`. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'symbolic link' | 'hard link' | 'special file';
  /** Bytes when unpacked. */
  readonly size: number;
  /** Where a link leads; undefined for everything else. */
  readonly target: string | undefined;
}

/**
 * Reads the list of an archive's entries before anything of it is written: an archive with one bad entry is refused whole.
 *
 * A symbolic link may climb only from where it stands (`../../lib/x`) and then go down (never `a/../..`). As no entry lies behind a
 * link, what it climbs through are real directories; so by induction no chain of links leads out.
 */
export class Manifest {
  readonly #limits: ExtractLimits;
  readonly #entries = new Map<string, ArchiveEntry['kind']>();
  readonly #links = new Set<string>();
  #bytes = 0;

  constructor(limits: ExtractLimits) {
    this.#limits = limits;
  }

  /** Takes one entry in; refuses what is bad by itself. */
  admit(entry: ArchiveEntry): void {
    const path = insidePath(entry.path);
    this.#bytes += entry.size;
    if (this.#bytes > this.#limits.bytes) {
      throw new ArchiveError(`The archive holds more than ${this.#limits.bytes} bytes when unpacked`);
    }
    if (entry.kind === 'special file') throw new ArchiveError(`The archive entry ${entry.path} is a special file`);
    if (this.#entries.size >= this.#limits.entries) {
      throw new ArchiveError(`The archive holds more than ${this.#limits.entries} entries`);
    }
    if (entry.kind === 'symbolic link') this.#admitLink(path, entry);
    if (entry.kind === 'hard link') this.#admitHardLink(entry);
    if (this.#entries.has(path) && this.#links.has(path)) {
      throw new ArchiveError(`The archive names the link ${entry.path} twice`);
    }
    this.#entries.set(path, entry.kind);
  }

  /** After the last entry: refuses what is bad in the company of others. */
  finish(): void {
    for (const path of this.#entries.keys()) {
      for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
        if (this.#links.has(path.slice(0, end))) {
          throw new ArchiveError(`The archive entry ${path} lies behind the link ${path.slice(0, end)}`);
        }
      }
    }
  }

  #admitLink(path: string, { target = '' }: ArchiveEntry): void {
    if (!linkStays('/', `/${path}`, target))
      throw new ArchiveError(`The link ${path} leads out of the archive, to ${target}`);
    if (this.#entries.has(path)) throw new ArchiveError(`The archive names the link ${path} twice`);
    this.#links.add(path);
  }

  #admitHardLink({ path, target = '' }: ArchiveEntry): void {
    if (this.#entries.get(insidePath(target)) !== 'file') {
      throw new ArchiveError(`The hard link ${path} leads to ${target}, which is no earlier file of the archive`);
    }
  }
}

function insidePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || parts.includes('..') || path.includes('\0')) {
    throw new ArchiveError(`The archive entry ${JSON.stringify(path)} lies outside the archive`);
  }
  return parts.join('/');
}
