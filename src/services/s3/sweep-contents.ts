import { knownContents } from '../../store/s3/contents.ts';
import type { S3Rooms } from './rooms.ts';

/** On a database that several nodes share, the files of another node's uploads are younger than this. */
const OTHERS_UPLOADS_MS = 24 * 3600_000;

/** Removes, when the server starts, the files that a crash left without a row. */
export async function sweepContents({ database, files, clock, log }: S3Rooms): Promise<void> {
  const olderThan = clock.now() - (database.dialect === 'sqlite' ? 0 : OTHERS_UPLOADS_MS);
  try {
    const removed = await files.sweep((ids) => database.read((reader) => knownContents(reader, ids)), olderThan);
    if (removed > 0) log.info('files of unfinished uploads were removed', { removed });
  } catch (error) {
    log.error('files of unfinished uploads could not be removed', { error });
  }
}
