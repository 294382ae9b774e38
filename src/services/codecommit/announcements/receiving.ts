import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What was pushed waits in such a directory until all of it has been checked. */
const QUARANTINE = /^(?:tmp_objdir-)?incoming-/;
/** References move just after the directory has gone. */
const MOMENT_MS = 2_000;
/** Older than this the directory was left behind by a git that was killed. */
const LONGEST_MS = 3_600_000;

/** Whether some git may be about to move references here. */
export async function isReceiving(directory: string, now: number): Promise<boolean> {
  const objects = join(directory, 'objects');
  const names = (await readdir(objects)).filter((name) => QUARANTINE.test(name));
  const quarantines = await Promise.all(names.map((name) => changed(join(objects, name))));
  return quarantines.some((time) => now - time < LONGEST_MS) || now - (await changed(objects)) < MOMENT_MS;
}

/** Milliseconds since the epoch; 0 for what is not there any more. */
async function changed(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
