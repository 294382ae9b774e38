/** An archive that cannot be unpacked: broken, too large, or with an entry that would leave the directory it is unpacked into. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** What the reader of archives found wrong with one. */
export function unreadable(error: unknown): ArchiveError {
  return new ArchiveError(`The archive cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}
