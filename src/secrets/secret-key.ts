import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ids } from '../kernel/ids.ts';

export const SECRET_KEY_BYTES = 32;
const FILE = 'secret.key';
const FOR_OTHERS = 0o077;

/** The key of the data directory, made there at the first start: base64 in a file that only its owner reads. */
export async function keepSecretKey(directory: string, ids: Pick<Ids, 'secret' | 'uuid'>): Promise<Uint8Array> {
  const file = join(directory, FILE);
  const key = (await readKey(file)) ?? (await makeKey(file, ids));
  if (key.length !== SECRET_KEY_BYTES) throw new Error(`${file} does not hold a key of ${SECRET_KEY_BYTES} bytes`);
  return key;
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  try {
    if (((await stat(file)).mode & FOR_OTHERS) !== 0)
      throw new Error(`${file} may be read by others than its owner: chmod 600 ${file}`);
    return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole under another name first: what stands under its own name is a key, and of two who make one the first wins. */
async function makeKey(file: string, ids: Pick<Ids, 'secret' | 'uuid'>): Promise<Uint8Array> {
  const made = `${file}.${ids.uuid()}`;
  const handle = await open(made, 'wx', 0o600);
  try {
    const key = Buffer.from(ids.secret(SECRET_KEY_BYTES), 'base64url');
    await handle.writeFile(`${key.toString('base64')}\n`);
    await handle.sync();
    await link(made, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await handle.close();
    await rm(made, { force: true });
  }
  return (await readKey(file)) ?? Buffer.alloc(0);
}
