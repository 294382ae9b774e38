import type { Reader, Tx } from './database.ts';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Tags of any taggable resource, by its ARN, in the order of their keys. */
export function listTags(reader: Reader, resource: string): Promise<Tag[]> {
  return reader.all('SELECT key, value FROM tags WHERE resource = $1 ORDER BY key', [resource]);
}

export async function putTags(tx: Tx, resource: string, tags: readonly Tag[]): Promise<void> {
  for (const { key, value } of tags) {
    await tx.run(
      `INSERT INTO tags (resource, key, value) VALUES ($1, $2, $3)
       ON CONFLICT (resource, key) DO UPDATE SET value = excluded.value`,
      [resource, key, value],
    );
  }
}

export async function removeTags(tx: Tx, resource: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) await tx.run('DELETE FROM tags WHERE resource = $1 AND key = $2', [resource, key]);
}

export async function dropTags(tx: Tx, resource: string): Promise<void> {
  await tx.run('DELETE FROM tags WHERE resource = $1', [resource]);
}

/** A renamed resource keeps its tags under its new ARN. */
export async function moveTags(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run('UPDATE tags SET resource = $2 WHERE resource = $1', [from, to]);
}
