import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { ArchiveError, unreadable } from './archive-error.ts';

/**
 * The text of one file of a zip nobody vouches for; undefined when it is not there. Throws ArchiveError for what is no zip, and
 * for more bytes than `limit`.
 */
export async function readZipFile(archive: string, path: string, limit: number): Promise<string | undefined> {
  const zip = await openPromise(archive).catch((error: unknown) => {
    throw unreadable(error);
  });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== path) continue;
      // The reader refuses an entry that turns out longer than the archive says.
      if (entry.uncompressedSize > limit) throw new ArchiveError(`${path} is longer than ${limit} bytes`);
      return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
    }
    return undefined;
  } catch (error) {
    throw error instanceof ArchiveError ? error : unreadable(error);
  } finally {
    zip.close();
  }
}
