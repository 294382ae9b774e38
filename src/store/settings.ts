import type { Reader, Tx } from './database.ts';

/** Values the server keeps about itself, such as the key it signs deployment specifications with. */
export async function readSetting(reader: Reader, name: string): Promise<string | undefined> {
  return (await reader.get<{ value: string }>('SELECT value FROM settings WHERE name = $1', [name]))?.value;
}

/** Keeps the first value ever written, and answers it: two nodes that start at once agree. */
export async function keepSetting(tx: Tx, name: string, value: string): Promise<string> {
  await tx.run('INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [name, value]);
  return (await readSetting(tx, name)) ?? value;
}
