import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes what a server that was killed left there: entries that nobody has touched for longer than anything is under way. */
export async function removeLeftovers(directory: string, before: number): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    const place = join(directory, name);
    const found = await stat(place).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < before) await rm(place, { recursive: true, force: true });
  }
}
