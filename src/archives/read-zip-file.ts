import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { ArchiveError } from './archive-error.ts';

/**
 * The text of one file of a zip nobody vouches for; undefined when it is not there. Throws ArchiveError for what is no zip, and
 * for more bytes than `limit`.
 */
export async function readZipFile(archive: string, path: string, limit: number): Promise<string | undefined> {
  const zip = await openPromise(archive).catch(unreadable);
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== path) continue;
      // The reader refuses an entry that turns out longer than the archive says.
      if (entry.uncompressedSize > limit) throw new ArchiveError(`${path} is longer than ${limit} bytes`);
      return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
    }
    return undefined;
  } catch (error) {
    return unreadable(error);
  } finally {
    zip.close();
  }
}

function unreadable(error: unknown): never {
  if (error instanceof ArchiveError) throw error;
  throw new ArchiveError(`The archive cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}
