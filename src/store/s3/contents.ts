import type { Reader, Tx } from '../database.ts';

/** A file of bytes that belongs to an object or, while it is being put together, to an upload. */
export interface Content {
  readonly id: string;
  readonly size: number;
}

export interface PlacedContent extends Content {
  /** Place among the contents of the same owner: the number of a part. */
  readonly position: number;
}

export async function insertContent(tx: Tx, owner: string, content: PlacedContent): Promise<void> {
  await tx.run('INSERT INTO contents (id, owner, position, size) VALUES ($1, $2, $3, $4)', [
    content.id,
    owner,
    content.position,
    content.size,
  ]);
}

export function contentsOf(reader: Reader, owner: string): Promise<PlacedContent[]> {
  return reader.all('SELECT id, position, size FROM contents WHERE owner = $1 ORDER BY position', [owner]);
}

export async function moveContents(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run('UPDATE contents SET owner = $2 WHERE owner = $1', [from, to]);
}

/** Answers the files that nothing needs any more. */
export async function dropContents(tx: Tx, owner: string): Promise<string[]> {
  return idsOf(await tx.all('DELETE FROM contents WHERE owner = $1 RETURNING id', [owner]));
}

export async function dropContent(tx: Tx, owner: string, position: number): Promise<string[]> {
  return idsOf(await tx.all('DELETE FROM contents WHERE owner = $1 AND position = $2 RETURNING id', [owner, position]));
}

/** Which of these files are somebody's. */
export async function knownContents(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const places = ids.map((_, index) => `$${index + 1}`).join(', ');
  return new Set(idsOf(await reader.all(`SELECT id FROM contents WHERE id IN (${places})`, ids)));
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
