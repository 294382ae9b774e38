/** An archive that cannot be unpacked: broken, too large, or with an entry that would leave the directory it is unpacked into. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
