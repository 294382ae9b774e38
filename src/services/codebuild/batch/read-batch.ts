import { join } from 'node:path';
import { inPhase } from '../attempt/in-phase.ts';
import type { Performance } from '../attempt/performance.ts';
import { uuidOf } from '../names.ts';
import { makeDirectories } from '../place.ts';
import { fetchSources, PRIMARY_DIRECTORY } from '../sources/fetch-sources.ts';
import { findBuildspec } from '../sources/find-buildspec.ts';
import { readBatchspec } from './read-batchspec.ts';

/**
 * The build that a batch begins with: it fetches the source, reads in the buildspec what to build, and runs nothing. Answers whether it
 * succeeded.
 */
export async function readBatch(performance: Performance): Promise<boolean> {
  const { rooms, row, belongings, walk, log } = performance;
  const directories = await inPhase(performance, 'PROVISIONING', async () => {
    const made = await makeDirectories(rooms.places.builds, uuidOf(row.id));
    belongings.directories = made;
    return made;
  });
  if (directories === undefined) return false;
  await walk.enter('DOWNLOAD_SOURCE');
  log.say('Phase is DOWNLOAD_SOURCE');
  const read = await inPhase(performance, 'DOWNLOAD_SOURCE', async () => {
    const { facts, interruption } = performance;
    const [primary] = await fetchSources({ rooms, row, facts, directories, signal: interruption.signal });
    const source = join(directories.inside, PRIMARY_DIRECTORY);
    const found = await findBuildspec(rooms.objects, facts.source.buildspec, source);
    const batchspec = readBatchspec(found.content);
    log.say(`Builds of the batch: ${batchspec.tasks.map(({ identifier }) => identifier).join(', ')}`);
    walk.learn(() => ({ resolvedSourceVersion: primary.resolvedVersion, batchspec }));
    return batchspec;
  });
  return read !== undefined;
}
